import { expect, it } from 'vitest';
import { areJoined } from './connectivity.js';
import type { Stratum } from './strata.js';

const seenAt = (...positions: number[]): Stratum => ({
  item: 'a',
  bucket: 0,
  clicks: 1,
  places: positions.map((position) => ({ position, impressions: 1, clicks: 1 })),
});

it('joins positions directly, and by way of others', () => {
  expect(areJoined([seenAt(1, 3), seenAt(2, 3)], 3)).toBe(true);
  expect(areJoined([seenAt(1, 2, 3)], 3)).toBe(true);
});

it('sees a position that no item shares with another, and two worlds apart', () => {
  expect(areJoined([seenAt(1, 2), seenAt(3)], 3)).toBe(false);
  expect(areJoined([seenAt(1, 2), seenAt(3, 4)], 4)).toBe(false);
  expect(areJoined([seenAt(1, 2)], 3)).toBe(false);
});

it('asks nothing of a list of one position', () => {
  expect(areJoined([], 1)).toBe(true);
});
