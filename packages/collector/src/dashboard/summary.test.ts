import type { ModelDocument } from '@penchant/core/schema';
import { noSums } from '@penchant/core/estimate';
import { expect, it } from 'vitest';
import { summarise } from './summary.js';

const home = { list: 'home', theta: [1, 0.5], estimated: true, impressions: 9, clicks: 3 };
const told = (model: Partial<ModelDocument>) =>
  summarise(noSums, { version: 1, site: 'daily', lists: [], items: [], ...model });
const listsOf = (curve: object) => told({ lists: [{ ...home, ...curve }] }).lists;

it('tells how sure each place of a curve is', () => {
  const positions = [
    { impressions: 0, clicks: 0, theta: 1, interval: [1, 1] },
    { impressions: 0, clicks: 0, theta: 0.5, interval: [0.4, 1.1] },
  ];
  expect(listsOf({ low: [1, 0.4], high: [1, 1.1] })).toMatchObject([{ curve: 'estimated', positions }]);
  expect(listsOf({})[0]?.positions.some(({ interval }) => interval)).toBe(false);
});

it('tells why a curve was not estimated, and when clicks follow another model', () => {
  expect(listsOf({ estimated: false, fallback: 'not joined' })).toMatchObject([
    { curve: 'fallback', fallback: 'not joined' },
  ]);
  expect(listsOf({ fits: false, continued: 0.1 })).toMatchObject([{ curve: 'estimated', fits: false, continued: 0.1 }]);
});

it('tells how much is covered of what is of a length, and lengths that share a table as one', () => {
  const even = Array.from({ length: 19 }, (_, i) => (i + 1) / 20);
  const early = even.map((share) => Math.min(1, 2 * share));
  const watch = [
    { duration: 0, plays: 400, below: even },
    { duration: 1, plays: 400, below: even },
    { duration: 2, plays: 900, below: early },
  ];
  const near = (values: readonly number[]) => values.map((value) => expect.closeTo(value, 6) as number);
  expect(told({ watch }).plays).toEqual([
    { fromMs: 0, toMs: 30_000, plays: 400, shares: near([0.25, 0.5, 0.75]) },
    { fromMs: 30_000, plays: 900, shares: near([0.125, 0.25, 0.375]) },
  ]);
  expect(told({ dwell: [{ place: 'page', device: 'phone', dwells: 300, below: even }] }).dwells).toEqual([
    { place: 'page', device: 'phone', dwells: 300, timesMs: near([1_000 * 2 ** 2.5, 32_000, 1_000 * 2 ** 7.5]) },
  ]);
});

it('names the nearest neighbours of an item', () => {
  const neighbours = [{ item: 'a', near: ['b', 'c', 'd', 'e'].map((item): [string, number] => [item, 0.5]) }];
  expect(told({ neighbours }).items).toMatchObject([{ item: 'a', near: ['b', 'c', 'd'] }]);
});
