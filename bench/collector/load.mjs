// Contributions per second, side by side: raw node:http that only parses, Fastify that does nothing, nginx and InfluxDB where
// they are installed, and the collector, which validates, deduplicates, adds up and waits for the disk. `pnpm build && node bench/collector/load.mjs [seconds]`
import { fork, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { contribution } from './contributions.mjs';
import { INFLUXDB_PATH, pointsOf } from './influxdb.mjs';
import { press } from './press.mjs';

const seconds = Number(process.argv[2] ?? 5);
const CONNECTIONS = 64;
const ROUNDS = 3; // interleaved, so that what else the machine does falls on all alike

const folder = mkdtempSync(join(tmpdir(), 'penchant-bench-'));
const runs = (...command) => spawnSync(command[0], command.slice(1)).status === 0;
const only = process.argv[3]?.split(',');
const servers = [
  ['raw node:http and JSON.parse', 'raw'],
  ['Fastify doing nothing', 'fastify'],
  ...(runs('nginx', '-v') ? [['nginx writing bodies to a log', 'nginx']] : []),
  ...(runs('influxd', 'version') ? [['InfluxDB, a point a cell', 'influxdb']] : []),
  ['collector, memory:', 'memory:'],
  ['collector, SQLite, written in the main thread', 'inline'],
  ['collector, SQLite', `sqlite:${join(folder, 'load.db')}`],
  ...(process.env.PENCHANT_BENCH_STORES ?? '')
    .split(' ')
    .filter(Boolean)
    .map((store) => [`collector, ${store.split(':')[0]}`, store]),
].filter(([, what]) => !only || only.some((name) => what.startsWith(name)));

const results = new Map(servers.map(([name]) => [name, []]));
for (let round = 0; round < ROUNDS; round++)
  for (const [name, what] of servers) {
    const server = fork(fileURLToPath(new URL('server.mjs', import.meta.url)), [
      what,
      join(folder, `inline-${round}.db`),
    ]);
    const [port] = await once(server, 'message');
    let next = round * 10_000_000;
    const told =
      what === 'influxdb'
        ? { path: INFLUXDB_PATH, body: () => pointsOf(contribution(next++)) }
        : { body: () => JSON.stringify(contribution(next++)) };
    await press({ ...told, port, connections: CONNECTIONS, seconds: 1 }); // until it is warm
    results.get(name).push(await press({ ...told, port, connections: CONNECTIONS, seconds }));
    server.send('end');
    await once(server, 'exit');
  }
rmSync(folder, { recursive: true });

const middle = (values) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)];
const rate = (name) => middle(results.get(name).map(({ perSecond }) => perSecond));
const base = results.has('Fastify doing nothing') ? rate('Fastify doing nothing') : NaN;
console.log(`${CONNECTIONS} connections, ${seconds} s, median of ${ROUNDS} interleaved rounds\n`);
console.log('| | contributions/s | of Fastify | p50 ms | p99 ms | refused |\n|---|---|---|---|---|---|');
for (const [name, rounds] of results) {
  const [p50, p99] = ['p50', 'p99'].map((of) => middle(rounds.map((round) => round[of])).toFixed(1));
  const refused = rounds.reduce((sum, round) => sum + round.refused, 0);
  console.log(
    `| ${name} | ${Math.round(rate(name))} | ${(rate(name) / base).toFixed(2)} | ${p50} | ${p99} | ${refused} |`,
  );
}
