import { readdirSync, readFileSync } from 'node:fs';
import { posix, sep } from 'node:path';
import { build, isCode, type House } from './house.js';

const SKIPPED: ReadonlySet<string> = new Set(['node_modules', 'dist', 'coverage']);

/** The house as it stands: the code and manifests of packages, examples and tests. */
export function readHouse(root: string): House {
  const sources = Object.fromEntries(
    ['package.json', ...['packages', 'examples', 'test'].flatMap((folder) => walk(root, folder))]
      .filter((path) => isCode(path) || path.endsWith('package.json'))
      .map((path) => [path, readFileSync(posix.join(root.split(sep).join('/'), path), 'utf8')]),
  );
  return build(sources);
}

function walk(root: string, folder: string): string[] {
  return readdirSync(`${root}/${folder}`, { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (!entry.isDirectory()) return [path];
    return SKIPPED.has(entry.name) || entry.name.startsWith('.') ? [] : walk(root, path);
  });
}
