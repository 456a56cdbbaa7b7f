// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { callRoster } from './browsers/roster.js';
import { callDatabases } from './engines/roster.js';

/** @import { Tally } from './tally.js' */

// What `pnpm test` runs: every project, in every engine, with the count alone on the last line.
// Arguments go on to vitest: `pnpm test decay` runs the files with "decay" in their path.

const args = process.argv.slice(2).filter((arg) => arg !== '--');
const engines = gather();
const { passed, failed, skipped } = await runVitest();
process.exitCode = failed > 0 ? 1 : 0;
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

/** @returns {Promise<Tally>} */
async function runVitest() {
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
