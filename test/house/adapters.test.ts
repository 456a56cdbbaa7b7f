import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';

/** A framework's adapter is thin: what it does, the browser package does. */
const MOST_LINES = 150;

it.each(['react', 'vue'])(`@penchant/%s has less than ${MOST_LINES} lines`, (name) => {
  const folder = fileURLToPath(new URL(`../../packages/${name}/src`, import.meta.url));
  const files = readdirSync(folder).filter((file) => !file.includes('.test.'));
  const lines = files.flatMap((file) => readFileSync(`${folder}/${file}`, 'utf8').trimEnd().split('\n'));
  expect(lines.length).toBeGreaterThan(0);
  expect(lines.length).toBeLessThan(MOST_LINES);
});

it('the React adapter says that it is client code', () => {
  const built = readFileSync(fileURLToPath(new URL('../../packages/react/dist/index.js', import.meta.url)), 'utf8');
  expect(built.startsWith("'use client';\n")).toBe(true);
});
