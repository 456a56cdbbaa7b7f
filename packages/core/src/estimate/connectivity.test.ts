import { expect, it } from 'vitest';
import { areJoined } from './connectivity.js';
import { stratify, type Strata } from './strata.js';

/** Strata of an item each, by the positions that it was seen at. */
const seenAt = (...strata: readonly (readonly number[])[]): Strata =>
  stratify(
    strata.flatMap((positions, i) =>
      positions.map((position) => ({
        list: 'home',
        item: `i${i}`,
        position,
        bucket: 0,
        impressions: 1,
        clicks: 1,
        contributions: 1,
      })),
    ),
  );

it('joins positions directly, and by way of others', () => {
  expect(areJoined(seenAt([1, 3], [2, 3]), 3)).toBe(true);
  expect(areJoined(seenAt([1, 2, 3]), 3)).toBe(true);
});

it('sees a position that no item shares with another, and two worlds apart', () => {
  expect(areJoined(seenAt([1, 2], [3]), 3)).toBe(false);
  expect(areJoined(seenAt([1, 2], [3, 4]), 4)).toBe(false);
  expect(areJoined(seenAt([1, 2]), 3)).toBe(false);
});

it('asks nothing of a list of one position', () => {
  expect(areJoined(seenAt(), 1)).toBe(true);
});
