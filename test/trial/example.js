// @ts-check
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { KINDS } from './kinds.js';

/** @import { Kind } from './build.js' */

/** The examples that a server renders. They are not in the workspace: see `pnpm-workspace.yaml`. */
export const RENDERED = /** @type {const} */ (['next', 'nuxt']);

/**
 * An example as an app: what it needs and how it is built, and its files, by their paths.
 * @param {(typeof RENDERED)[number]} name
 */
export async function exampleOf(name) {
  const folder = fileURLToPath(new URL(`../../examples/${name}`, import.meta.url));
  const { 'package.json': manifest = '{}', ...code } = await filesIn(folder);
  const { dependencies, devDependencies } = /** @type {Record<string, Record<string, string>>} */ (
    JSON.parse(manifest)
  );
  const declared = Object.entries({ ...dependencies, ...devDependencies });
  /** @param {readonly [string, string]} declared */
  const isOurs = ([dependency]) => dependency.startsWith('@penchant/');
  const kind = {
    ...KINDS[name],
    scaffold: {},
    dependencies: Object.fromEntries(declared.filter((each) => !isOurs(each))),
    packages: declared.filter(isOurs).map(([dependency]) => dependency),
  };
  return { kind, code };
}

/**
 * @param {string} folder
 * @returns {Promise<Record<string, string>>}
 */
async function filesIn(folder) {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  const read = files.map(
    async (file) => /** @type {const} */ ([file.slice(folder.length + 1), await readFile(file, 'utf8')]),
  );
  return Object.fromEntries(await Promise.all(read));
}
