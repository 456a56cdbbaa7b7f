import { describe, expect, it } from 'vitest';
import { BUCKETS } from '../limits.js';
import { positionCurve } from './position.js';
import type { ListSum } from './sums.js';

const cell = (
  item: string,
  bucket: number,
  position: number,
  impressions: number,
  rate: number,
  contributions = 30,
): ListSum => ({
  list: 'home',
  item,
  position,
  bucket,
  impressions,
  clicks: Math.round(impressions * rate),
  contributions,
});
const THETA = [1, 0.5, 0.25];
const found: readonly ListSum[] = ['a', 'b', 'c'].flatMap((item, i) =>
  THETA.map((theta, k) => cell(item, 0, k + 1, 20_000, theta * 0.1 * (i + 1))),
);
/** Lists in which rank 1 and another changed places half of the time; better items rank higher. */
const audited = (theta: readonly number[], contributions = 30): ListSum[] =>
  ['a', 'b'].flatMap((item) => [
    cell(item, BUCKETS + 1, 1, 4_000, 0.4, contributions),
    ...theta
      .slice(1)
      .flatMap((value, i) => [
        cell(item, BUCKETS + 1, i + 2, 2_000, 0.4 * value, contributions),
        cell(item, BUCKETS + i + 2, 1, 2_000, 0.2, contributions),
        cell(item, BUCKETS + i + 2, i + 2, 6_000, 0.2 * value, contributions),
      ]),
  ]);

describe('an audit by swaps', () => {
  it('agrees with a curve that swaps give, too, and does not move it', () => {
    const alone = positionCurve('home', found);
    expect(alone.audited).toBeUndefined();
    expect(positionCurve('home', [...found, ...audited(THETA)])).toEqual({ ...alone, audited: true });
  });

  it('contradicts a curve that swaps do not give', () => {
    expect(positionCurve('home', [...found, ...audited([1, 0.8, 0.6])]).audited).toBe(false);
  });

  it('speaks of as many positions as it has seen enough of', () => {
    const [deep, shallow] = [audited(THETA), audited(THETA).filter(({ position }) => position < 3)];
    const wrongBelow = shallow.concat(cell('a', BUCKETS + 1, 3, 10, 0.4)); // 4 clicks: not enough to contradict
    for (const cells of [deep, shallow, wrongBelow])
      expect(positionCurve('home', [...found, ...cells]).audited).toBe(true);
    expect(
      positionCurve('home', [...found, ...audited(THETA).map((of) => ({ ...of, clicks: 1 }))]).audited,
    ).toBeUndefined();
  });

  it('is not published when too few contributions speak of it', () => {
    expect(positionCurve('home', [...found, ...audited([1, 0.8, 0.6], 5)], 20).audited).toBeUndefined();
  });
});
