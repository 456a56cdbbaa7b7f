// @ts-check
import { execFile } from 'node:child_process';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const run = promisify(execFile);
const packages = fileURLToPath(new URL('../../packages', import.meta.url));
const NAMES = ['core', 'browser', 'elements', 'react', 'vue'];

/**
 * Packs the packages as they would be published, into a folder. Gives the file of each, by its package's name.
 * @param {string} folder
 * @returns {Promise<Readonly<Record<string, string>>>}
 */
export async function packInto(folder) {
  await mkdir(folder, { recursive: true });
  const packed = NAMES.map(async (name) => {
    const args = ['-y', 'pnpm@10', 'pack', '--json', '--pack-destination', folder];
    const { stdout } = await run('npx', args, { cwd: join(packages, name) });
    const { filename } = /** @type {{ readonly filename: string }} */ (JSON.parse(stdout));
    return /** @type {const} */ ([`@penchant/${name}`, `file:${filename}`]);
  });
  return Object.fromEntries(await Promise.all(packed));
}
