// @ts-check
import { execFile } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/**
 * An app as somebody begins one: what its own starter gives (`scaffold`), what it needs, and how it is built and served.
 * @typedef {object} Kind
 * @property {Readonly<Record<string, string>>} scaffold
 * @property {Readonly<Record<string, string>>} dependencies
 * @property {readonly string[]} packages Which of our packages it installs.
 * @property {readonly string[]} build A program of its own, and its arguments.
 * @property {readonly string[]} [serve] The same. Left out, `dist` is served as it is.
 */

/** @type {NodeJS.ProcessEnv} */
export const QUIET = {
  ...process.env,
  NEXT_TELEMETRY_DISABLED: '1',
  NUXT_TELEMETRY_DISABLED: '1',
  NODE_ENV: 'production',
};

/** A program that an app installed; Node itself is there already.
 * @param {string} folder
 * @param {string} program
 */
export const programIn = (folder, program) =>
  program === 'node' ? program : join(folder, 'node_modules/.bin', program);

/**
 * Writes an app into a folder, installs it from the tarballs, and builds it.
 * @param {string} folder
 * @param {Kind} kind
 * @param {Readonly<Record<string, string>>} code its files, by their paths
 * @param {Readonly<Record<string, string>>} tarballs
 */
export async function buildApp(
  folder,
  { scaffold, dependencies, packages, build: [program = '', ...args] },
  code,
  tarballs,
) {
  const ours = Object.fromEntries(packages.map((name) => [name, tarballs[name]]));
  const manifest = {
    name: 'trial',
    private: true,
    type: 'module',
    dependencies: { ...dependencies, ...ours },
    overrides: { ...tarballs, ...Object.fromEntries(packages.map((name) => [name, `$${name}`])) }, // what they need of each other is not on a registry yet
  };
  const files = { ...scaffold, ...code, 'package.json': JSON.stringify(manifest, undefined, 2) };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
  await run('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: folder });
  await run(programIn(folder, program), args, { cwd: folder, env: QUIET, maxBuffer: 1e8 });
}
