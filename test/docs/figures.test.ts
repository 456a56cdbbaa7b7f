import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { ROOT } from './blocks.js';

/** The rows of a page's tables, each as its cells. */
const rowsOf = (page: string): string[] =>
  readFileSync(`${ROOT}${page}`, 'utf8')
    .split('\n')
    .filter((line) => line.startsWith('|') && !/^\|[-:| ]+\|$/.test(line))
    .map((line) => line.replaceAll(/\s+/g, ' '));

/** A row of which a cell, beside what it is about, is a number. */
const isFigures = (row: string): boolean =>
  row
    .split('|')
    .slice(2)
    .some((cell) => /^ \d/.test(cell));

it.each(['docs/comparison.md', 'README.md'])('every row of figures in %s is one that a bench printed', (page) => {
  const measured = ['docs/loss.md', 'bench/capture/results.md', 'bench/README.md'].flatMap(rowsOf);
  expect(rowsOf(page).filter((row) => isFigures(row) && !measured.includes(row))).toEqual([]);
});
