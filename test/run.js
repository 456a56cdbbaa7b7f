// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { callRoster } from './browsers/roster.js';
import { CORE_COVERED } from './core-covered.js';
import { callDatabases } from './engines/roster.js';

/** @import { Tally } from './tally.js' */

// What `pnpm test` runs: every project, in every engine, with the count alone on the last line.
// Arguments go on to vitest: `pnpm test decay` runs the files with "decay" in their path.
// `pnpm test --checked` checks first what tests leave out, as CI does: after one build, not two.

const CHECKED = '--checked';

const given = process.argv.slice(2).filter((arg) => arg !== '--');
const chosen = given.filter((arg) => arg !== CHECKED);
const engines = gather();
const checksFirst = given.includes(CHECKED);
const isChecked = !checksFirst || (await check()); // the tests run all the same: a pull request should hear everything at once
const runs = checksFirst ? [CORE_COVERED, ['--project', '!core']] : [[]];
const { passed, failed, skipped } = await runAll();
process.exitCode = failed > 0 || !isChecked ? 1 : 0;
console.log(`${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);

/** Says which engines take part; the run is over before it began when one is missing. */
function gather() {
  try {
    const roster = callRoster();
    console.log(roster.says);
    console.log(callDatabases());
    return roster.engines;
  } catch (problem) {
    console.error(problem instanceof Error ? problem.message : problem);
    process.exit(1);
  }
}

/** What tests leave out. Before them: specs measure time, and share no processor gladly. */
async function check() {
  const script = fileURLToPath(new URL('check.js', import.meta.url));
  const [code] = await once(fork(script, ['--untested']), 'close');
  return code === 0;
}

/** @returns {Promise<Tally>} */
async function runAll() {
  const all = { passed: 0, failed: 0, skipped: 0 };
  for (const options of runs) {
    const tally = await runVitest([...options, ...chosen]);
    for (const key of /** @type {(keyof Tally)[]} */ (Object.keys(all))) all[key] += tally[key];
  }
  return all;
}

/**
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
async function runVitest(args) {
  const tallyReporter = fileURLToPath(new URL('tally.js', import.meta.url));
  const reporters = args.some((arg) => arg.startsWith('--reporter')) ? [] : ['--reporter=default'];
  const vitest = fork(
    fileURLToPath(new URL('../node_modules/vitest/vitest.mjs', import.meta.url)),
    ['run', ...args, ...reporters, `--reporter=${tallyReporter}`],
    {
      // What was found (or just installed) is what runs.
      env: { ...process.env, PENCHANT_CHROMIUM: engines.chromium, PENCHANT_FIREFOX: engines.firefox },
    },
  );
  /** @type {Tally | undefined} */
  let told;
  vitest.on('message', (message) => (told = /** @type {Tally} */ (message)));
  const [code] = await once(vitest, 'close');

  if (told && told.passed + told.failed === 0) console.log('No test ran.');
  const tally = told ?? { passed: 0, failed: 0, skipped: 0 };
  const wrong = code !== 0 || tally.passed === 0; // it ended badly, before it could tell, or without a test
  return { ...tally, failed: wrong ? Math.max(tally.failed, 1) : tally.failed };
}
