import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { profileOf } from '../profile/profile.js';
import { viewOf } from '../profile/view.js';
import { meanStars, starsLiking } from './rating.js';
import { score, weight } from './score.js';

const { prior, strength } = policy.rating;
const centred = (stars: number, mean?: number): number =>
  score({ kind: 'rate', item: 'a', at: 0, stars }, policy, mean).liking;

describe('meanStars', () => {
  it('is the prior before the first rating, and near it after one', () => {
    expect(meanStars({ count: 0, stars: 0 }, policy)).toBe(prior);
    expect(meanStars({ count: 1, stars: 5 }, policy)).toBeCloseTo((5 + strength * prior) / (1 + strength), 12);
  });

  it('comes to the visitor’s own mean with many', () => {
    expect(meanStars({ count: 10_000, stars: 10_000 }, policy)).toBeCloseTo(1, 2);
  });

  it('is plain without strength, and the prior of no ratings at all', () => {
    const plain = extendPolicy(policy, { rating: { strength: 0 } });
    expect(meanStars({ count: 3, stars: 10 }, plain)).toBeCloseTo(10 / 3, 12);
    expect(meanStars({ count: 0, stars: 0 }, plain)).toBe(prior);
  });

  it('lies between the prior and the plain mean', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1 }), (ratings) => {
        const stars = ratings.reduce((a, b) => a + b);
        const plain = stars / ratings.length;
        const mean = meanStars({ count: ratings.length, stars }, policy);
        expect(mean).toBeGreaterThanOrEqual(Math.min(plain, prior) - 1e-12);
        expect(mean).toBeLessThanOrEqual(Math.max(plain, prior) + 1e-12);
      }),
    );
  });
});

describe('starsLiking', () => {
  it('is how far a rating is from the mean, over the range of stars', () => {
    expect([1, 3, 5].map((stars) => starsLiking(stars, 3))).toEqual([-0.5, 0, 0.5]);
    expect(starsLiking(5, 1)).toBe(1);
    expect(starsLiking(1, 5)).toBe(-1);
  });

  it('makes a single rating count: 5 is above the prior and 1 far below it', () => {
    expect(centred(5, meanStars({ count: 1, stars: 5 }, policy))).toBeGreaterThan(0.25);
    expect(centred(1, meanStars({ count: 1, stars: 1 }, policy))).toBeLessThan(-0.5);
  });

  it('makes the same four stars praise from a harsh visitor and blame from a generous one', () => {
    expect(centred(4, meanStars({ count: 20, stars: 40 }, policy))).toBeGreaterThan(0.4);
    expect(centred(4, meanStars({ count: 20, stars: 100 }, policy))).toBeLessThan(0);
  });
});

describe('a rating by a table of absolute weights', () => {
  const table = extendPolicy(policy, { rating: { table: [-1.2, -0.4, 0, 0.65, 0.9] } });

  it.each([
    [1, -1.2],
    [2, -0.4],
    [3, 0],
    [4, 0.65],
    [5, 0.9],
    [4.4, 0.65], // half stars count as the nearest whole ones
    [4.5, 0.9],
  ])('weighs %f stars by %f, whatever the visitor’s mean', (stars, expected) => {
    const scored = score({ kind: 'rate', item: 'a', at: 0, stars }, table, 5);
    expect(scored.liking * weight(scored)).toBeCloseTo(expected, 12);
  });

  it('is not centred in a profile either', () => {
    const profile = profileOf(
      [5, 5, 5].map((stars, i) => ({
        signal: { kind: 'rate', item: `${i}`, at: 0, stars } as const,
        item: { id: `${i}` },
      })),
      table,
    );
    expect(viewOf(profile, table, 0).items['0']?.score).toBeCloseTo(0.9 / 1.9, 12);
  });
});
