import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { expect, it } from 'vitest';

const BENCH = fileURLToPath(new URL('../../bench/collector/faults.mjs', import.meta.url));
const run = promisify(execFile);

/** The fault suite of the collector, each fault in small: the whole of it is run by hand. The first mostly waits. */
it.concurrent.each([
  ['slow', 'cuts who never comes to an end, and answers others meanwhile'],
  ['kills', 'loses nothing acknowledged, and adds nothing twice, when it is killed under load'],
  ['lies', 'refuses what is no contribution, and stores nothing of it'],
  ['bombs', 'inflates no bomb'],
  ['idle', 'answers others though thousands of connections say nothing'],
  ['fullDisk', 'refuses while the disk is full, and recovers by itself'],
])('the collector as it is installed: %s', { timeout: 240_000 }, async (fault) => {
  const { stdout } = await run(process.execPath, [BENCH, '--short', fault]).catch(
    (error: { readonly stdout: string; readonly stderr: string }) => expect.fail(`${error.stdout}\n${error.stderr}`),
  );
  expect(stdout.trim().split('\n')).toHaveLength(3); // the table's head, and what came of it
});
