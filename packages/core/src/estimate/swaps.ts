import { cellAt } from '../cells.js';
import { BUCKETS } from '../limits.js';
import { invert } from './cholesky.js';
import type { FixedEffects } from './fixed-effects.js';
import { stratify, type Stratum } from './strata.js';
import type { ListSum } from './sums.js';

/** Whether a cell is of a list that was audited: its bucket is a rank. */
export const isAudited = ({ bucket }: ListSum): boolean => bucket > BUCKETS;

/** Audited cells by rank, whatever the item: chance alone decided at which of two positions a rank stood. */
export function stratifyByRank(cells: readonly ListSum[]): Iterable<Stratum> {
  const merged = new Map<string, ListSum>();
  for (const cell of cells) {
    const key = `${cell.position} ${cell.bucket}`;
    const was = merged.get(key);
    const clicks = Math.min(cell.clicks, cell.impressions);
    merged.set(key, {
      ...cell,
      item: '',
      impressions: cell.impressions + (was?.impressions ?? 0),
      clicks: clicks + (was?.clicks ?? 0),
    });
  }
  return stratify([...merged.values()]);
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
