import { expect, it } from 'vitest';
import { stratify } from './strata.js';
import type { ListSum } from './sums.js';

const cell = (item: string, bucket: number, position: number, impressions: number, clicks: number): ListSum => ({
  list: 'home',
  item,
  position,
  bucket,
  impressions,
  clicks,
  contributions: 1,
});

/** By stratum, as objects. */
const told = (cells: readonly ListSum[]): unknown[] => {
  const { length, starts, buckets, clicks, places } = stratify(cells);
  return Array.from({ length }, (_, i) => ({
    bucket: buckets[i],
    clicks: clicks[i],
    places: Array.from(places.positions.slice(starts[i], starts[i + 1]), (position, k) => {
      const at = (starts[i] ?? 0) + k;
      return [position, places.impressions[at], places.clicks[at]];
    }),
  }));
};

it('puts together what one item did in one bucket, from the top', () => {
  const cells = [
    cell('a', 0, 2, 9, 1),
    cell('a', 1, 1, 9, 2),
    cell('b', 0, 1, 7, 0),
    cell('a', 0, 1, 8, 3),
    cell('b', 0, 4, 7, 1),
    cell('a', 1, 3, 5, 1),
  ];
  expect(told(cells)).toEqual([
    {
      bucket: 0,
      clicks: 4,
      places: [
        [1, 8, 3],
        [2, 9, 1],
      ],
    },
    {
      bucket: 0,
      clicks: 1,
      places: [
        [1, 7, 0],
        [4, 7, 1],
      ],
    },
    {
      bucket: 1,
      clicks: 3,
      places: [
        [1, 9, 2],
        [3, 5, 1],
      ],
    },
  ]);
});

it('leaves out clicks on what was never shown, and those beyond one an impression', () => {
  expect(told([cell('a', 0, 1, 0, 5), cell('a', 0, 2, 3, 5), cell('a', 0, 3, 2, 0)])).toEqual([
    {
      bucket: 0,
      clicks: 3,
      places: [
        [2, 3, 3],
        [3, 2, 0],
      ],
    },
  ]);
});

it('leaves out what tells positions apart no better: what was seen at one, and what was never clicked', () => {
  const cells = [
    cell('both', 0, 1, 9, 0),
    cell('both', 0, 2, 9, 1),
    cell('one', 0, 1, 9, 5),
    cell('never', 0, 1, 9, 0),
    cell('never', 0, 2, 9, 0),
  ];
  expect(told(cells)).toMatchObject([{ clicks: 1 }]);
});
