import type { Contribution } from '@penchant/core/schema';
import { expect, it } from 'vitest';
import { SumOverflow } from './store.js';
import { Totals } from './totals.js';

const said = (list: string, ...cells: (readonly [item: string, position: number, clicks: number])[]): Contribution => ({
  version: 1,
  id: '0'.repeat(32),
  site: 'daily',
  epoch: 2_900,
  family: 'list',
  list,
  cells: cells.map(([item, position, clicks]) => ({ item, position, bucket: 0, impressions: 1, clicks })),
});
const row = (
  list: string,
  item: string,
  position: number,
  impressions: number,
  clicks: number,
  [clicked, below, continued] = [clicks, 0, 0],
) => ({ list, item, position, bucket: 0, impressions, clicks, clicked, below, continued, contributions: impressions });

it('adds up what is about the same, and nothing else', () => {
  const totals = new Totals();
  totals.addOne(said('home', ['a', 1, 0], ['a', 11, 1], ['b', 1, 1]));
  totals.addOne(said('homea', ['', 1, 1])); // a list that ends as an item begins
  totals.addOne(said('home', ['b', 1, 1], ['a', 1, 1]));
  expect(totals.rows('lists')).toEqual([
    row('home', 'a', 1, 2, 1),
    row('home', 'a', 11, 1, 1, [1, 1, 1]),
    row('home', 'b', 1, 2, 2),
    row('homea', '', 1, 1, 1),
  ]);
});

it('gives sums that stay as they were', () => {
  const totals = new Totals();
  totals.addOne(said('home', ['a', 1, 0]));
  const [before, copy] = [totals.sums(), new Totals()];
  copy.add(before);
  copy.addOne(said('home', ['a', 1, 1]));
  totals.addOne(said('home', ['a', 1, 1]));
  expect(before.lists).toEqual([row('home', 'a', 1, 1, 0)]);
});

it('adds all that is said, or nothing', () => {
  const totals = new Totals();
  totals.addOne(said('home', ['full', 1, Number.MAX_SAFE_INTEGER]));
  expect(() => totals.addOne(said('home', ['new', 1, 1], ['full', 1, 1]))).toThrow(SumOverflow);
  expect(totals.rows('lists')).toEqual([row('home', 'full', 1, 1, Number.MAX_SAFE_INTEGER, [1, 0, 0])]);
});
