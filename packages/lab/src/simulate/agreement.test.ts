import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kendall, kendallWhere, ndcg } from './agreement.js';

describe('ndcg', () => {
  it('is 1 for the best order, and the discounted gain over the best for another', () => {
    expect(ndcg([3, 2, 1], [9, 5, 1], 3)).toBe(1);
    expect(ndcg([1, 2, 3], [4, 0, 2], 2)).toBeCloseTo((2 + 0) / (4 + 2 / Math.log2(3)), 12);
  });

  it('looks at the first k only', () => {
    expect(ndcg([9, 1, 2], [5, 3, 3], 1)).toBe(1);
  });
});

describe('kendall', () => {
  it('is 1 for the same order, −1 for the reverse, and counts pairs', () => {
    expect(kendall([1, 2, 3], [10, 20, 30])).toEqual({ all: 1, untied: 1 });
    expect(kendall([1, 2, 3], [3, 2, 1])).toEqual({ all: -1, untied: -1 });
    expect(kendall([1, 2, 3, 4], [1, 2, 4, 3]).all).toBeCloseTo(4 / 6, 12);
  });

  it('lets ties go in τ-b, and lets chance break them in τ-a', () => {
    const { all, untied } = kendall([0, 0, 1], [1, 2, 3]);
    expect(all).toBeCloseTo(2 / 3, 12);
    expect(untied).toBeCloseTo(2 / Math.sqrt(2 * 3), 12);
  });

  it('looks only at pairs that another order tells apart, if it is told one', () => {
    expect(kendallWhere([1, 2, 3], [1, 3, 2], [0, 1, 1])).toBe(1); // the pair that is wrong is tied there
    expect(kendallWhere([1, 2, 3], [1, 3, 2], [0, 1, 2])).toBeCloseTo(1 / 3, 12);
  });

  it('does not depend on units', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -99, max: 99 }), fc.integer({ min: -99, max: 99 })), { minLength: 2 }),
        (pairs) => {
          const [a, b] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
          expect(
            kendall(
              a.map((x) => 2 * x + 1),
              b,
            ).all,
          ).toBe(kendall(a, b).all);
        },
      ),
    );
  });
});
