// Measures what trackers cost a page, ours and others', in Chromium, and writes results.md. See README.md.
import { writeFile } from 'node:fs/promises';
import { cpus, loadavg } from 'node:os';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from '../chromium.mjs';
import { burst, paced } from './events.mjs';
import { SIZES, watched } from './items.mjs';
import { restCosts } from './rest.mjs';
import { resultsOf } from './results.mjs';
import { loadVariants } from './variants.mjs';

const { quick, only, trackers } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' }, //     one cell: paced, burst, or how many items
    trackers: { type: 'string', default: '' }, // and these trackers, by name, with commas between
  },
}).values;
const ROUNDS = quick ? { paced: 2, burst: 2, items: 1 } : { paced: 7, burst: 5, items: 2 };
const isAsked = ({ variant, cell }) =>
  (!only || String(cell) === only) &&
  (!trackers || trackers.toLowerCase().split(',').includes(variant.tracker.name.toLowerCase()));

const { events, items, notRun } = await loadVariants();
/** What is measured, in the order of one round: what is compared, soon after each other, for the machine changes. */
const measures = [
  ...Object.entries({ paced, burst }).flatMap(([cell, measure]) =>
    events.map((variant) => ({
      variant,
      cell,
      rounds: ROUNDS[cell],
      measure: (browser) => measure(browser, variant),
    })),
  ),
  ...items.flatMap((variant) =>
    (variant.sizes ?? SIZES).map((size) => ({
      variant,
      cell: size,
      rounds: ROUNDS.items,
      measure: (browser) => watched(browser, variant, size),
    })),
  ),
].filter(isAsked);
if (measures.length === 0) throw new Error(`nothing is called --only ${only} --trackers ${trackers}: see README.md`);

const rest = [await restCosts()];
const browser = await launchChromium();
const version = await browser.version();
const started = Date.now();
const runs = [];
let [stopped, load] = [false, 0];
process.once('SIGINT', () => (stopped = true)); // the visit at hand is finished, and the tables show what there is

try {
  for (let round = 1; round <= Math.max(...Object.values(ROUNDS)); round++)
    for (const { variant, cell, measure } of inTurns(round)) {
      if (stopped) break;
      load = Math.max(load, loadavg()[0]);
      const told = await measure(browser).catch(({ message }) => ({ failed: message }));
      runs.push({ variant, cell, ...told });
      console.error(
        round,
        variant.label,
        cell,
        JSON.stringify(told, (_, value) => value?.toFixed?.(1) ?? value),
      );
    }
} finally {
  await browser.close();
}

rest.push(await restCosts());
const minutes = ((Date.now() - started) / 60_000).toFixed(0);
const head = [
  `${version}, Node ${process.version}, ${cpus().length} cores, load average up to ${load.toFixed(1)},`,
  `${new Date().toISOString().slice(0, 10)}. Medians of ${ROUNDS.paced} rounds of paced events, ${ROUNDS.burst} of bursts and ${ROUNDS.items} of items,`,
  `in ${minutes} minutes${stopped ? '; stopped before the end' : ''}. Memory took ${rest.map((times) => times.toFixed(1)).join(' and ')} times as long`,
  'after a rest of 100 ms, before and after.',
].join(' ');
const results = resultsOf({ head, runs, events, items, notRun });
if (!only && !trackers) await writeFile(fileURLToPath(new URL('results.md', import.meta.url)), results);
console.log(results);

/** The measures of a round; every second one backwards, so that what the machine does meets them alike. */
function inTurns(round) {
  const due = measures.filter(({ rounds }) => round <= rounds);
  return round % 2 ? due : due.toReversed();
}
