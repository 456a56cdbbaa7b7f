import { expect, it } from 'vitest';
import { tally } from './tally.js';

it('adds up rows of the same item at the same position, wherever the columns are', () => {
  const csv = 'click,position,other,item_id\n0,1,x,7\n1,1,x,7\n0,2,x,7\n1,1,x,8\n';
  expect(tally(csv, 'bts')).toEqual([
    { list: 'bts', item: '7', position: 1, impressions: 2, clicks: 1 },
    { list: 'bts', item: '7', position: 2, impressions: 1, clicks: 0 },
    { list: 'bts', item: '8', position: 1, impressions: 1, clicks: 1 },
  ]);
});
