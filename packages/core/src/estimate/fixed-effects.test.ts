import { describe, expect, it } from 'vitest';
import { fixedEffects } from './fixed-effects.js';
import type { Stratum } from './strata.js';

const stratum = (...places: [position: number, impressions: number, clicks: number][]): Stratum => ({
  item: 'a',
  bucket: 0,
  places: places.map(([position, impressions, clicks]) => ({ position, impressions, clicks })),
  clicks: places.reduce((sum, [, , clicks]) => sum + clicks, 0),
});

describe('fixedEffects', () => {
  it('is the ratio of rates of one stratum at two positions, with the standard error of a log ratio', () => {
    const { theta, standardErrors, dispersion } = fixedEffects([stratum([1, 1_000, 80], [2, 2_000, 40])], 2);
    expect(theta[1]).toBeCloseTo(40 / 2_000 / (80 / 1_000), 8);
    expect(standardErrors).toEqual([0, expect.closeTo(Math.sqrt(1 / 80 + 1 / 40), 8)]);
    expect(dispersion).toBe(1); // nothing is left over to tell by
  });

  it('chains ratios through strata that share a position', () => {
    const { theta, standardErrors } = fixedEffects(
      [stratum([1, 100, 40], [2, 100, 20]), stratum([2, 100, 60], [3, 100, 20])],
      3,
    );
    [1, 1 / 2, 1 / 6].forEach((value, k) => expect(theta[k]).toBeCloseTo(value, 8));
    expect(standardErrors[2]).toBeCloseTo(Math.sqrt(1 / 40 + 1 / 20 + 1 / 60 + 1 / 20), 8);
  });

  it('widens errors by what strata contradict each other', () => {
    const disagreeing = [stratum([1, 1_000, 100], [2, 1_000, 20]), stratum([1, 1_000, 60], [2, 1_000, 60])];
    const { theta, standardErrors, dispersion } = fixedEffects(disagreeing, 2);
    // both strata are equally exposed, so θ₂ = 80/160 and each expects a third of its 120 clicks at position 2
    expect(theta[1]).toBeCloseTo(0.5, 8);
    const chiSquare = 2 * (20 ** 2 / 80 + 20 ** 2 / 40);
    expect(dispersion).toBeCloseTo(chiSquare, 6); // over 1 degree of freedom
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(chiSquare / (240 * (1 / 3) * (2 / 3))), 6);
  });

  it('does not narrow errors where strata agree more than chance lets them', () => {
    const agreeing = [stratum([1, 100, 10], [2, 100, 5]), stratum([1, 100, 20], [2, 100, 10])];
    const { dispersion, standardErrors } = fixedEffects(agreeing, 2);
    expect(dispersion).toBeCloseTo(0, 8);
    expect(standardErrors[1]).toBeCloseTo(1 / Math.sqrt(45 * (1 / 3) * (2 / 3)), 6);
  });

  it('knows how far chance alone takes the dispersion', () => {
    // two strata of equal shares: the variance of X² is 2 (C − 1)/C each, of one degree of freedom left
    const even = [stratum([1, 10, 2], [2, 10, 2]), stratum([1, 10, 4], [2, 10, 4])];
    expect(fixedEffects(even, 2).dispersionError).toBeCloseTo(Math.sqrt((2 * 3) / 4 + (2 * 7) / 8), 8);
  });

  it('is sure of nothing where nothing tells', () => {
    for (const strata of [[], [stratum([1, 100, 5], [2, 100, 0])], [stratum([1, 100, 0], [2, 100, 5])]])
      expect(fixedEffects(strata, 2).standardErrors).toEqual([0, Infinity]);
  });
});
