// @ts-check
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CORE_COVERED } from './core-covered.js';

// What `pnpm check` runs after the build: everything that needs no browser, a line a step. CI runs `pnpm test` too, and
// leaves out what that tests (`--untested`).

const UNIT = ['browser', 'collector', 'lab', 'react', 'react-18', 'vue', 'elements'].flatMap((project) => [
  '--project',
  project,
]);

/** @typedef {readonly [step: string, ...commands: string[][]]} Step */

/** @type {readonly Step[]} */
const CHECKS = [
  ['types', ['tsc', '-b'], ['tsc', '-p', 'tsconfig.tests.json']],
  ['lint', ['oxlint', '--type-aware', '--deny-warnings']],
  ['format', ['prettier', '--check', '--log-level', 'warn', '.']],
  ['public API: reports and reference', ['node', 'docs/api.mjs']],
  ['published packages: publint and are-the-types-wrong', ['node', 'test/published.js']],
];

/** @type {readonly Step[]} */
const TESTS = [
  ['core: unit tests and coverage', ['vitest', 'run', ...CORE_COVERED]],
  ['house: architecture and budgets', ['vitest', 'run', '--project', 'house']],
  ['documentation: code compiled, commands known', ['vitest', 'run', '--project', 'docs']],
  ['unit tests', ['vitest', 'run', ...UNIT]],
];

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) };
const steps = process.argv.includes('--untested') ? CHECKS : [...CHECKS, ...TESTS];
let failed = 0;
// As many steps at a time as there are processors; each says how it ended when it did.
const waiting = steps.values();
await Promise.all(Array.from({ length: availableParallelism() }, takeSteps));
process.exitCode = failed > 0 ? 1 : 0;

async function takeSteps() {
  for (const [step, ...commands] of waiting) {
    const start = performance.now();
    const outputs = await Promise.all(commands.map(run));
    const problems = outputs.filter(({ ok }) => !ok);
    const seconds = ((performance.now() - start) / 1000).toFixed(1);
    console.log(`${problems.length > 0 ? '✗' : '✓'} ${step} (${seconds} s)`);
    for (const { output } of problems) console.log(output.trimEnd());
    failed += problems.length;
  }
}

/**
 * Runs one of the project's tools and keeps what it says.
 * @param {string[]} command
 */
async function run([tool = '', ...args]) {
  const child = spawn(tool, args, {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    shell: process.platform === 'win32', // tools are .cmd files there, which only a shell starts
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  child.stderr.on('data', (chunk) => (output += String(chunk)));
  const [code] = await once(child, 'close').catch((problem) => [String(problem)]);
  return { ok: code === 0, output: typeof code === 'string' ? code : output };
}
