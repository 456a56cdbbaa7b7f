import { expect, it } from 'vitest';
import { stratify, telling } from './strata.js';
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

it('puts together what one item did in one bucket, from the top', () => {
  const cells = [cell('a', 0, 2, 9, 1), cell('a', 1, 1, 9, 2), cell('a', 0, 1, 8, 3), cell('b', 0, 1, 7, 0)];
  expect([...stratify(cells)]).toEqual([
    {
      item: 'a',
      bucket: 0,
      clicks: 4,
      places: [
        { position: 1, impressions: 8, clicks: 3 },
        { position: 2, impressions: 9, clicks: 1 },
      ],
    },
    { item: 'b', bucket: 0, clicks: 0, places: [{ position: 1, impressions: 7, clicks: 0 }] },
    { item: 'a', bucket: 1, clicks: 2, places: [{ position: 1, impressions: 9, clicks: 2 }] },
  ]);
});

it('leaves out clicks on what was never shown, and those beyond one an impression', () => {
  expect([...stratify([cell('a', 0, 1, 0, 5), cell('b', 0, 1, 3, 5)])]).toEqual([
    { item: 'b', bucket: 0, clicks: 3, places: [{ position: 1, impressions: 3, clicks: 3 }] },
  ]);
});

it('learns about positions from what was clicked and seen at two of them', () => {
  const strata = stratify([
    cell('both', 0, 1, 9, 0),
    cell('both', 0, 2, 9, 1),
    cell('one', 0, 1, 9, 5),
    cell('never', 0, 1, 9, 0),
    cell('never', 0, 2, 9, 0),
  ]);
  expect(telling(strata).map(({ item }) => item)).toEqual(['both']);
});
