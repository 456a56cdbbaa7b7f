import { describe, expect, it } from 'vitest';
import { cascade as cascadeOf } from './cascade.js';
import { columnsOf, rowsOf } from './columns.js';
import type { ListSum } from './sums.js';

/** Visits that saw one item at one position: how many clicked it, how many had clicked above it, and how many did both. */
const cell = (position: number, [visits, clicked, below, continued]: readonly number[], item = 'a'): ListSum => ({
  list: 'home',
  item,
  position,
  bucket: 0,
  impressions: visits ?? 0,
  clicks: clicked ?? 0,
  clicked: clicked ?? 0,
  below: below ?? 0,
  continued: continued ?? 0,
  contributions: visits ?? 0,
});

const cascade = (cells: readonly ListSum[]) => cascadeOf(columnsOf(cells), rowsOf(cells.length));

describe('clicks below clicks', () => {
  it('are as many as elsewhere where positions are examined each by itself', () => {
    const cells = [cell(1, [1_000, 200, 0, 0]), cell(2, [1_000, 100, 200, 20]), cell(3, [1_000, 50, 280, 14])];
    expect(cascade(cells)).toEqual({ continued: 1, distance: 0 });
  });

  it('are missing where visitors stop at their first', () => {
    const { continued, distance } = cascade([cell(1, [1_000, 200, 0, 0]), cell(2, [1_000, 100, 200, 0])]);
    expect(continued).toBe(0);
    // 20 are missing, 5 of them not worth telling; their variance is hypergeometric
    const variance = (100 * 900 * 200 * 800) / (1_000 ** 2 * 999);
    expect(distance).toBeCloseTo(15 / Math.sqrt(variance) / 2.326, 10);
    expect(distance).toBeGreaterThan(1);
  });

  it('are no fault where there are more: some visitors click on everything', () => {
    const { continued, distance } = cascade([cell(1, [1_000, 200, 0, 0]), cell(2, [1_000, 100, 200, 80])]);
    expect(continued).toBe(4);
    expect(distance).toBe(0);
  });

  it('may be missing by chance', () => {
    const { distance } = cascade([cell(1, [100, 20, 0, 0]), cell(2, [100, 10, 20, 1])]);
    expect(distance).toBeGreaterThan(0);
    expect(distance).toBeLessThan(1);
  });

  it('may be missing for sure, and too few of them to bend a curve', () => {
    const few = [cell(1, [1e7, 5e4, 0, 0]), cell(2, [1e7, 5e4, 5e4, 0])]; // 250 of 50,000
    expect(cascade(few)).toEqual({ continued: 0, distance: 0 });
  });

  it('are compared item by item: what is good on top of what is bad is no cascade', () => {
    // 'good' is opened by half of those who see it and 'bad' by few, whatever was clicked above
    const cells = [cell(2, [1_000, 500, 20, 10], 'good'), cell(2, [1_000, 20, 500, 10], 'bad')];
    expect(cascade(cells)).toEqual({ continued: 1, distance: 0 });
  });

  it('tell nothing where no sum does', () => {
    const { clicked, below, continued, ...unknown } = cell(2, [100, 10, 20, 0]);
    expect([clicked, below, continued]).toEqual([10, 20, 0]);
    const nothing = { continued: undefined, distance: 0 };
    expect(cascade([unknown])).toEqual(nothing);
    expect(cascade([])).toEqual(nothing);
    expect(cascade([cell(2, [1, 1, 1, 0])])).toEqual(nothing);
    expect(cascade([cell(2, [100, 0, 20, 0]), cell(3, [100, 10, 0, 0])])).toEqual(nothing);
  });

  it('add up to the same in whatever order', () => {
    const cells = [3, 1, 2].flatMap((k) =>
      ['b', 'a'].map((item) => cell(k + 1, [100 * k + 1, 9 * k, 10 + k, k], item)),
    );
    expect(cascade(cells.toReversed())).toEqual(cascade(cells));
  });
});
