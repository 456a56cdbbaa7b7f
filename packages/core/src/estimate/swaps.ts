import { cellAt } from '../cells.js';
import { BUCKETS, MAX_BUCKET } from '../limits.js';
import { invert } from './cholesky.js';
import type { Columns } from './columns.js';
import type { FixedEffects } from './fixed-effects.js';
import { stratify, type Strata } from './strata.js';

/** Whether a bucket is of lists that were audited: then it is a rank. */
export const isAudited = (bucket: number): boolean => bucket > BUCKETS;

/** Audited cells by rank, whatever the item: chance alone decided at which of two positions a rank stood. */
export function stratifyByRank({ positions, buckets, impressions, clicks }: Columns, rows: Int32Array): Strata {
  const merged = new Map<number, { position: number; bucket: number; impressions: number; clicks: number }>();
  for (const row of rows) {
    const [position, bucket] = [cellAt(positions, row), cellAt(buckets, row)];
    const key = position * (MAX_BUCKET + 1) + bucket;
    const cell = merged.get(key) ?? { position, bucket, impressions: 0, clicks: 0 };
    cell.impressions += cellAt(impressions, row);
    cell.clicks += cellAt(clicks, row);
    merged.set(key, cell);
  }
  return stratify(Array.from(merged.values(), (cell) => ({ list: '', item: '', ...cell, contributions: 0 })));
}

/** z of a normal distribution that chance goes beyond once in a hundred times, to one side. */
const RARE = 2.326;

/**
 * Whether two independent estimates of one curve differ by no more than chance lets them, once in a hundred times aside:
 * Wald's test down to a position, (a − b)ᵀ (V_a + V_b)⁻¹ (a − b), about χ² with one degree of freedom each below the first.
 */
export function agree(a: FixedEffects, b: FixedEffects, depth: number): boolean {
  const below = Array.from({ length: depth - 1 }, (_, k) => k);
  const size = below.length;
  const covarianceOf = ({ theta, covariance, dispersion }: FixedEffects, k: number, l: number): number =>
    cellAt(covariance, k * (theta.length - 1) + l) * Math.max(1, dispersion);
  const precision = Float64Array.from(
    below.flatMap((k) => below.map((l) => covarianceOf(a, k, l) + covarianceOf(b, k, l))),
  );
  const off = below.map((k) => Math.log(cellAt(a.theta, k + 1) / cellAt(b.theta, k + 1)));
  const distance = (): number =>
    below.reduce(
      (sum, k) =>
        below.reduce((all, l) => all + cellAt(off, k) * cellAt(precision, k * size + l) * cellAt(off, l), sum),
      0,
    );
  const most = size * (1 - 2 / (9 * size) + RARE * Math.sqrt(2 / (9 * size))) ** 3; // Wilson & Hilferty 1931
  return invert(precision, size) && distance() <= most;
}
