// @ts-check
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

// Packs every package that is published, as it would be published, and asks publint and are-the-types-wrong what is wrong
// with it. Run `pnpm build` first.

/** What is no module: a script tag or a style sheet loads it. */
const SCRIPTS = ['penchant.js', 'penchant-elements.js', 'tokens.css'];

const root = fileURLToPath(new URL('..', import.meta.url));
const env = { ...process.env, PATH: [join(root, 'node_modules/.bin'), process.env['PATH']].join(delimiter) };
const pnpm = process.env['npm_execpath'] ? [process.execPath, process.env['npm_execpath']] : ['npx', '-y', 'pnpm@10'];

const packed = mkdtempSync(join(tmpdir(), 'penchant-packed-'));
let failed = 0;
for (const folder of readdirSync(`${root}packages`)) {
  const { name, private: isPrivate } = JSON.parse(readFileSync(`${root}packages/${folder}/package.json`, 'utf8'));
  if (isPrivate) continue;
  const place = join(packed, folder);
  await run([...pnpm, 'pack', '--pack-destination', place], `${root}packages/${folder}`);
  const tarball = join(place, readdirSync(place)[0] ?? '');
  for (const command of [
    ['publint', 'run', tarball, '--strict'],
    ['attw', tarball, '--profile', 'esm-only', '--no-emoji', '--no-color', '--exclude-entrypoints', ...SCRIPTS],
  ]) {
    const problem = await run(command, root).catch((/** @type {{ stdout: string, stderr: string }} */ wrong) => wrong);
    if (problem) console.log(`${name}: ${command[0]}\n${problem.stdout}${problem.stderr}`);
    if (problem) failed++;
  }
}
rmSync(packed, { recursive: true });
process.exitCode = failed > 0 ? 1 : 0;

/**
 * @param {string[]} command
 * @param {string} cwd
 */
async function run([tool = '', ...args], cwd) {
  await promisify(execFile)(tool, args, { cwd, env });
}
