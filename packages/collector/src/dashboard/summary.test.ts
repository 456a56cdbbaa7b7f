import type { ModelDocument } from '@penchant/core/schema';
import { noSums } from '@penchant/core/estimate';
import { expect, it } from 'vitest';
import { summarise } from './summary.js';

const home = { list: 'home', theta: [1, 0.5], estimated: true, impressions: 9, clicks: 3 };
const listsOf = (curve: object) => {
  const model: ModelDocument = { version: 1, site: 'daily', lists: [{ ...home, ...curve }], items: [] };
  return summarise(noSums, model).lists;
};

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
  expect(listsOf({ fits: false })).toMatchObject([{ curve: 'estimated', fits: false }]);
});
