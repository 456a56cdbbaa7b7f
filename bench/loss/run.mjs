// Makes the table of docs/loss.md: events lost and counted twice, ours and others', in Chromium. See README.md.
import { existsSync, readFileSync } from 'node:fs';
import { appendFile, mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { loadTrackers } from '../peers/trackers.mjs';
import { chromiumIn } from './browser.mjs';
import { SCENARIOS } from './scenarios.mjs';
import { repetitions, tableOf } from './table.mjs';
import { visit } from './visit.mjs';

const RUN_MS = 90_000;

const { values: asked } = parseArgs({
  options: {
    ours: { type: 'string', default: '2' },
    peers: { type: 'string', default: '1' },
    only: { type: 'string', default: '' }, //    scenarios with this in their name
    trackers: { type: 'string', default: '' }, // and these trackers, by name, with commas between
    record: { type: 'string', default: '' }, //   a file of runs: those in it are not measured again, the others are added
  },
});
const times = { ours: Number(asked.ours), peers: Number(asked.peers) };
const scenarios = SCENARIOS.filter(({ name }) => name.includes(asked.only));
const trackers = await loadTrackers(
  ['Penchant', 'Snowplow', 'Amplitude', 'Segment', 'PostHog', 'Plausible'].filter(
    (name) => !asked.trackers || asked.trackers.toLowerCase().split(',').includes(name.toLowerCase()),
  ),
);
const folder = await mkdtemp(join(tmpdir(), 'penchant-loss-'));
const chromium = chromiumIn(join(folder, 'profile'));
const version = await chromium.version();
const linesOf = (file) => (existsSync(file) ? readFileSync(file, 'utf8').trim().split('\n') : []);
const runs = linesOf(asked.record).map((line) => JSON.parse(line));
const measured = ({ name }, tracker) => runs.filter((run) => run.scenario === name && run.tracker === tracker.name);
let stopped = false;
process.once('SIGINT', () => (stopped = true)); // the run at hand is finished, and the table shows what there is

try {
  for (let round = 1; round <= Math.max(times.ours, times.peers); round++)
    for (const scenario of scenarios)
      for (const tracker of trackers) {
        if (stopped || tracker.notRun || round > (tracker.ours ? times.ours : times.peers)) continue;
        if (measured(scenario, tracker).length >= round) continue;
        const run = { scenario: scenario.name, tracker: tracker.name, ...(await measure(scenario, tracker)) };
        runs.push(run);
        if (asked.record) await appendFile(asked.record, `${JSON.stringify(run)}\n`);
        const after = run.killedAfterMs === undefined ? '' : `, killed after ${run.killedAfterMs.toFixed(1)} ms`;
        const outcome = run.failed ?? `${run.lost} (${run.twice})${after}`;
        console.error(`${round} ${run.scenario} · ${run.tracker}: ${outcome}`);
      }
} finally {
  await chromium.kill();
  await rm(folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}
console.log(`${version}, Node ${process.version}, ${cpus().length} cores, ${new Date().toISOString().slice(0, 10)}.`);
console.log(`${repetitions(runs)}${stopped ? '; stopped before the end' : ''}.\n`);
console.log(tableOf(scenarios, trackers, runs));
for (const { name, notRun } of trackers) if (notRun) console.log(`\n${name} was not run: ${notRun}`);

/** One scenario of one tracker, from an empty origin to the sums. */
async function measure(scenario, tracker) {
  const visitor = await visit(tracker, chromium, folder);
  try {
    return await inTime(async () => {
      const killedAfterMs = await scenario.play(visitor);
      return { ...(await visitor.comeBack()), killedAfterMs };
    });
  } catch (error) {
    await chromium.kill(); // whatever state it is in
    return { failed: `failed: ${error.message}` };
  } finally {
    await visitor.close();
  }
}

function inTime(run) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`took over ${RUN_MS / 1_000} s`)), RUN_MS);
  });
  return Promise.race([run(), late]).finally(() => clearTimeout(timer));
}
