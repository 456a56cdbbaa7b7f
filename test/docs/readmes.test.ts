import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { blocksOf, ROOT } from './blocks.js';

/** As much as one reads before deciding. */
const MOST_LINES = 45;

const published = readdirSync(`${ROOT}packages`).filter((name) => existsSync(`${ROOT}packages/${name}/package.json`));

it.each(published)('packages/%s says what it is, how to install it, and in a few lines how it is used', (name) => {
  const page = `packages/${name}/README.md`;
  const text = readFileSync(`${ROOT}${page}`, 'utf8');
  expect(text.split('\n')[0]).toBe(`# @penchant/${name}`);
  expect(text.split('\n').length).toBeLessThanOrEqual(MOST_LINES);
  const [install, ...use] = blocksOf(page);
  expect(install?.code).toMatch(new RegExp(`^npm install .*@penchant/${name}\n`));
  expect(use.length > 0 || install?.code.includes(`penchant-${name} `)).toBe(true);
  const links = [...text.matchAll(/\]\(([^)#]+)/g)].map(([, path = '']) => path);
  expect(links.length).toBeGreaterThan(1);
  expect(links.filter((path) => !existsSync(join(ROOT, dirname(page), path)))).toEqual([]);
});
