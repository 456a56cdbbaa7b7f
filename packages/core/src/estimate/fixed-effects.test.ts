import { describe, expect, it } from 'vitest';
import { fixedEffects, type FixedEffects } from './fixed-effects.js';
import { stratify } from './strata.js';

type Place = [position: number, impressions: number, clicks: number];
/** Of strata of an item each. */
const effects = (strata: readonly (readonly Place[])[], depth: number): FixedEffects => {
  const cells = strata.flatMap((places, i) =>
    places.map(([position, impressions, clicks]) => ({
      list: 'home',
      item: `i${i}`,
      position,
      bucket: 0,
      impressions,
      clicks,
      contributions: 1,
    })),
  );
  return fixedEffects(stratify(cells), depth);
};

describe('fixedEffects', () => {
  it('is the ratio of rates of one stratum at two positions, with the standard error of a log ratio', () => {
    const { theta, standardErrors, dispersion } = effects(
      [
        [
          [1, 1_000, 80],
          [2, 2_000, 40],
        ],
      ],
      2,
    );
    expect(theta[1]).toBeCloseTo(40 / 2_000 / (80 / 1_000), 8);
    expect(standardErrors).toEqual([0, expect.closeTo(Math.sqrt(1 / 80 + 1 / 40), 8)]);
    expect(dispersion).toBe(1); // nothing is left over to tell by
  });

  it('chains ratios through strata that share a position', () => {
    const { theta, standardErrors } = effects(
      [
        [
          [1, 100, 40],
          [2, 100, 20],
        ],
        [
          [2, 100, 60],
          [3, 100, 20],
        ],
      ],
      3,
    );
    [1, 1 / 2, 1 / 6].forEach((value, k) => expect(theta[k]).toBeCloseTo(value, 8));
    expect(standardErrors[2]).toBeCloseTo(Math.sqrt(1 / 40 + 1 / 20 + 1 / 60 + 1 / 20), 8);
  });

  it('widens errors by what strata contradict each other', () => {
    const disagreeing: Place[][] = [
      [
        [1, 1_000, 100],
        [2, 1_000, 20],
      ],
      [
        [1, 1_000, 60],
        [2, 1_000, 60],
      ],
    ];
    const { theta, standardErrors, dispersion } = effects(disagreeing, 2);
    // both strata are equally exposed, so θ₂ = 80/160 and each expects a third of its 120 clicks at position 2
    expect(theta[1]).toBeCloseTo(0.5, 8);
    const chiSquare = 2 * (20 ** 2 / 80 + 20 ** 2 / 40);
    expect(dispersion).toBeCloseTo(chiSquare, 6); // over 1 degree of freedom
    expect(standardErrors[1]).toBeCloseTo(Math.sqrt(chiSquare / (240 * (1 / 3) * (2 / 3))), 6);
  });

  it('does not narrow errors where strata agree more than chance lets them', () => {
    const agreeing: Place[][] = [
      [
        [1, 100, 10],
        [2, 100, 5],
      ],
      [
        [1, 100, 20],
        [2, 100, 10],
      ],
    ];
    const { dispersion, standardErrors } = effects(agreeing, 2);
    expect(dispersion).toBeCloseTo(0, 8);
    expect(standardErrors[1]).toBeCloseTo(1 / Math.sqrt(45 * (1 / 3) * (2 / 3)), 6);
  });

  it('knows how far chance alone takes the dispersion', () => {
    // two strata of equal shares: the variance of X² is 2 (C − 1)/C each, of one degree of freedom left
    const even: Place[][] = [
      [
        [1, 10, 2],
        [2, 10, 2],
      ],
      [
        [1, 10, 4],
        [2, 10, 4],
      ],
    ];
    expect(effects(even, 2).dispersionError).toBeCloseTo(Math.sqrt((2 * 3) / 4 + (2 * 7) / 8), 8);
  });

  it('is sure of nothing where nothing tells', () => {
    const untold: Place[][][] = [
      [],
      [
        [
          [1, 100, 5],
          [2, 100, 0],
        ],
      ],
      [
        [
          [1, 100, 0],
          [2, 100, 5],
        ],
      ],
    ];
    for (const strata of untold) expect(effects(strata, 2).standardErrors).toEqual([0, Infinity]);
  });
});
