// Memory of the collector as its container runs it, with 100,000 items, while 64 connections send as fast as it answers and it
// publishes every minute. `pnpm build && node bench/collector/endurance.mjs [minutes] [items] [flag …]`
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contribution } from './contributions.mjs';
import { Installed } from './faults/installed.mjs';
import { press } from './press.mjs';

const [minutes = '10', count = '100000', ...flags] = process.argv.slice(2);
const items = Number(count);
const LIMIT_MIB = 200;
const SAMPLE_MS = 1_000;

const dockerfile = readFileSync(new URL('../../packages/collector/Dockerfile', import.meta.url), 'utf8');
for (const [, name, value] of dockerfile.matchAll(/^ENV (NODE_OPTIONS|MALLOC_\w+)=(.+)$/gm)) process.env[name] = value;

const folder = mkdtempSync(join(tmpdir(), 'penchant-endurance-'));
const collector = await Installed.start(`sqlite:${join(folder, 'endures.db')}`, flags);
let next = 0;
/** Goes through the whole catalogue, twenty items at a time. */
const body = () => {
  const id = next++;
  const of = contribution(id);
  const cells = of.cells.map((cell, i) => ({ ...cell, item: `item ${(id * of.cells.length + i) % items}` }));
  return JSON.stringify({ ...of, cells });
};

console.log('| minute | contributions/s | MiB, least | MiB, at its most |\n|---|---|---|---|');
for (let minute = 1; minute <= Number(minutes); minute++) {
  const samples = [];
  const sampling = setInterval(() => samples.push(collector.memoryMiB), SAMPLE_MS);
  const { perSecond } = await press({ port: new URL(collector.url).port, body, connections: 64, seconds: 60 });
  clearInterval(sampling);
  const of = (edge) => edge(...samples).toFixed(0);
  console.log(`| ${minute} | ${Math.round(perSecond)} | ${of(Math.min)} | ${of(Math.max)} |`);
}
const most = collector.peakMiB;
await collector.end();
rmSync(folder, { recursive: true });
console.log(`\nAt most ${most.toFixed(0)} MiB with ${items} items; the limit is ${LIMIT_MIB} MiB.`);
if (most > LIMIT_MIB) process.exitCode = 1;
