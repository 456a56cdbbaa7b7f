import { expect, it } from 'vitest';
import { MAX_COUNTS_PER_EPOCH } from '../limits.js';
import { count } from './contribution.js';
import { nothingTold } from './told.js';

it('sends nothing, not even the name of an item, once an epoch is used up', () => {
  const spent = new Map([[0, MAX_COUNTS_PER_EPOCH]]);
  const signals = [
    { kind: 'impression', item: 'a', at: 1, list: 'home', position: 1, bucket: 0 },
    { kind: 'like', item: 'a', at: 1 },
  ] as const;
  expect(count(signals, 'daily', { ...nothingTold, spent })).toMatchObject({ counts: [], told: { spent }, clipped: 2 });
});
