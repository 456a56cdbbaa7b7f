// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

// `pnpm bench:journeys --runs 200 --seed 7 --engine firefox`: visitors to whom anything may happen (test/journeys/random.test.ts), many of
// them. A run that fails says the script that it played; the same seed plays the same scripts again.

const { values } = parseArgs({
  args: process.argv.slice(2).filter((arg) => arg !== '--'),
  options: {
    runs: { type: 'string', default: '200' },
    engine: { type: 'string', default: 'chromium' },
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
  },
});
console.log(`${values.runs} runs of seed ${values.seed} in ${values.engine}`);
const root = fileURLToPath(new URL('..', import.meta.url));
const vitest = spawn(
  process.execPath,
  [`${root}/node_modules/vitest/vitest.mjs`, 'run', '--project', 'journeys', 'test/journeys/random.test.ts'],
  {
    cwd: root,
    stdio: 'inherit',
    env: { ...process.env, PENCHANT_RUNS: values.runs, PENCHANT_SEED: values.seed, PENCHANT_ENGINES: values.engine },
  },
);
const [code] = await once(vitest, 'close');
process.exitCode = code;
