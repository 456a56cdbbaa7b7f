// @ts-check
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { writeFileSync } from 'node:fs';
import { constants, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { callRoster } from './browsers/roster.js';
import { callDatabases } from './engines/roster.js';

/** @import { Tally } from './tally.js' */

// What `pnpm test` runs: every project, in every engine, with the count alone on the last line.
// Arguments go on to vitest: `pnpm test decay` runs the files with "decay" in their path.
// `pnpm test --checked` checks beside the tests what they leave out, as CI does.

const CHECKED = '--checked';

const given = process.argv.slice(2).filter((arg) => arg !== '--');
const args = given.filter((arg) => arg !== CHECKED);
const engines = gather();
const checking = given.includes(CHECKED) ? check() : undefined;
const { passed, failed, skipped } = await runVitest();
const checked = (await checking) ?? { ok: true, says: '' };
process.stdout.write(checked.says);
process.exitCode = failed > 0 || !checked.ok ? 1 : 0;
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

/** In what time the tests leave over: many of them mostly wait. */
async function check() {
  const script = fileURLToPath(new URL('check.js', import.meta.url));
  const checks = fork(script, ['--untested'], { detached: true, stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  yieldAlways(checks.pid);
  process.once('exit', () => checks.kill());
  let says = '';
  checks.stdout?.on('data', (chunk) => (says += String(chunk)));
  const [code] = await once(checks, 'close');
  return { ok: code === 0, says };
}

/**
 * Lets a process have only what no other wants. Linux shares processors among sessions first, so that alone, a low priority
 * within its own is worth nothing.
 * @param {number | undefined} pid
 */
function yieldAlways(pid) {
  if (pid === undefined) return;
  setPriority(pid, constants.priority.PRIORITY_LOW);
  try {
    writeFileSync(`/proc/${pid}/autogroup`, String(constants.priority.PRIORITY_LOW));
  } catch {
    // another system, or one that does not share by sessions
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
