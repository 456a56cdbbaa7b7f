// Cached models per second, beside a bare Fastify route that serves the same bytes.
// `pnpm build && node bench/collector/model-load.mjs [seconds]`
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { press } from './press.mjs';

const seconds = Number(process.argv[2] ?? 5);
const CONNECTIONS = 64;
const ROUNDS = 3;

const servers = [
  ['a bare Fastify route, the same bytes', 'fastify'],
  ['the cached model', 'memory:'],
];
const results = new Map(servers.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, what] of servers) {
    const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [what]);
    const [port] = await once(server, 'message');
    const get = { port, method: 'GET', path: '/v1/model?site=daily', connections: CONNECTIONS, body: () => '' };
    await press({ ...get, seconds: 1 }); // until it is warm
    const { perSecond, p99 } = await press({ ...get, seconds });
    results.get(name).push({ perSecond, p99 });
    server.send('end');
    await once(server, 'exit');
  }

const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const of = (name, what) => middle(results.get(name).map((round) => round[what]));
console.log(`${CONNECTIONS} connections, ${seconds} s, median of ${ROUNDS} interleaved rounds\n`);
console.log('| | models/s | of the bare route | p99 ms |\n|---|---|---|---|');
for (const [name] of servers)
  console.log(
    `| ${name} | ${Math.round(of(name, 'perSecond'))} | ${(of(name, 'perSecond') / of(servers[0][0], 'perSecond')).toFixed(2)} | ${of(name, 'p99').toFixed(1)} |`,
  );
