// What breaks, and whether anything is lost: the collector as it is installed, killed, flooded and lied to.
// `pnpm build && node bench/collector/faults.mjs [kills] [malformed bodies]`, with PENCHANT_BENCH_STORE for another store.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { get } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { memoryStore } from '@penchant/collector';
import { contribution } from './contributions.mjs';
import { malformed } from './malformed.mjs';

const kills = Number(process.argv[2] ?? 20);
const lies = Number(process.argv[3] ?? 100_000);
const SENDERS = 64;
const TOKEN = 'a token of some length';

const main = fileURLToPath(new URL('../../packages/collector/dist/main.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'penchant-faults-'));
const store = process.env.PENCHANT_BENCH_STORE ?? `sqlite:${join(folder, 'faults.db')}`;

async function start() {
  const flags = ['--site', 'daily', '--origin', '*', '--port', '0', '--admin-token', TOKEN, '--limit-per-address', '0'];
  const child = spawn(process.execPath, [main, ...flags, '--store', store, '--log', 'silent']);
  let said = '';
  const url = await new Promise((resolve, reject) => {
    child.stdout.on('data', (data) => {
      said += data;
      const [, at] = /listens on (\S+),/.exec(said) ?? [];
      if (at) resolve(at);
    });
    child.once('exit', () => reject(new Error(`the collector does not start: ${said}`)));
  });
  return { child, url };
}

const post = (url, body) => fetch(`${url}/v1/contributions`, { method: 'POST', body });
const add = async (url, id) => (await (await post(url, JSON.stringify(contribution(id)))).json()).status;

async function exported(url) {
  const response = await fetch(`${url}/admin/export?site=daily`, { headers: { authorization: `Bearer ${TOKEN}` } });
  return (await response.text()).split('\n').filter(Boolean);
}

/** Kills it again and again under load, then sends everything once more. */
async function killed() {
  const acknowledged = new Set();
  let sent = 0;
  for (let kill = 0; kill < kills; kill++) {
    const { child, url } = await start();
    const exit = once(child, 'exit');
    const until = acknowledged.size + 200 + Math.floor(Math.random() * 800);
    const send = async () => {
      while (child.exitCode === null && child.signalCode === null) {
        const id = sent++;
        if (['added', 'duplicate'].includes(await add(url, id).catch(() => 'lost'))) acknowledged.add(id);
        if (acknowledged.size >= until) child.kill('SIGKILL');
      }
    };
    await Promise.all([exit, ...Array.from({ length: SENDERS }, send)]);
  }
  const { child, url } = await start();
  let lost = 0;
  let next = 0;
  const resend = async () => {
    while (next < sent) {
      const id = next++;
      if ((await add(url, id)) !== 'duplicate' && acknowledged.has(id)) lost++;
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, resend));
  const truth = memoryStore();
  for (let id = 0; id < sent; id++) await truth.add(contribution(id));
  const { lists } = await truth.sums('daily');
  const { epoch } = contribution(0);
  const key = (row) => JSON.stringify(Object.entries(row).sort(([a], [b]) => (a < b ? -1 : 1)));
  const expected = lists.map((sum) => key({ kind: 'list', epoch, ...sum })).sort();
  const found = (await exported(url)).map((line) => key(JSON.parse(line))).sort();
  const exact = JSON.stringify(found) === JSON.stringify(expected);
  say(
    `kill −9 × ${kills}`,
    `${sent} sent, ${acknowledged.size} acknowledged, ${lost} lost; sums ${exact ? 'exact' : 'WRONG'}`,
  );
  return { child, url };
}

const memoryMiB = ({ pid }) => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))[1]) / 1_024;

/** Bodies that are no contributions. */
async function lied({ child, url }) {
  const before = (await exported(url)).join();
  const atFirst = memoryMiB(child);
  const statuses = new Map();
  let next = 0;
  const send = async () => {
    while (next < lies) {
      const response = await post(url, malformed(next++));
      await response.arrayBuffer();
      const kind = response.status >= 400 && response.status < 500 ? '4xx' : String(response.status);
      statuses.set(kind, (statuses.get(kind) ?? 0) + 1);
    }
  };
  await Promise.all(Array.from({ length: SENDERS }, send));
  const changed = (await exported(url)).join() === before ? 'nothing stored' : 'SOMETHING STORED';
  const answers = [...statuses].map(([kind, times]) => `${times} × ${kind}`).join(', ');
  say(`${lies} malformed bodies`, `${answers}; ${changed}; ${atFirst.toFixed(0)} → ${memoryMiB(child).toFixed(0)} MiB`);
}

/** Connections that say nothing, more than it keeps. */
async function idle({ child, url }) {
  const { port, hostname } = new URL(url);
  const sockets = Array.from({ length: 10_000 }, () => connect(Number(port), hostname).on('error', () => {}));
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const since = performance.now();
  let answered = false;
  while (!answered && performance.now() - since < 60_000)
    answered = await new Promise((resolve) => {
      const request = get(`${url}/health/live`, { agent: false, timeout: 1_000 }, ({ statusCode }) =>
        resolve(statusCode === 200),
      );
      request.on('timeout', () => request.destroy()).on('error', () => resolve(false));
    }); // over a connection of its own, as a newcomer
  const seconds = ((performance.now() - since) / 1_000).toFixed(1);
  say(
    '10,000 idle connections',
    `${answered ? `answers others after ${seconds} s` : 'ANSWERS NOBODY'}; ${memoryMiB(child).toFixed(0)} MiB`,
  );
  for (const socket of sockets) socket.destroy();
}

const say = (what, result) => console.log(`| ${what} | ${result} |`);

console.log(`| ${store.split(':')[0]} | |\n|---|---|`);
const running = await killed();
await lied(running);
await idle(running);
running.child.kill('SIGTERM');
await once(running.child, 'exit');
rmSync(folder, { recursive: true });
