import { addToCell, cellAt } from '../cells.js';
import type { CurveEntry } from '../schema/model.js';
import { nonIncreasing } from './isotonic.js';
import type { ListSum } from './sums.js';

/** Fewest clicks, in strata seen at two positions or more, that a curve is estimated from. */
export const MIN_CLICKS = 200;
const TOLERANCE = 1e-10;
const MAX_ROUNDS = 1_000;

/** Clicks and impressions by position, of one stratum: one item in one score bucket. */
interface Stratum {
  readonly impressions: Map<number, number>;
  readonly clicks: Map<number, number>;
  total: number;
}

/**
 * A list's position curve from its sums: the position-based model P(click) = θ_k γ_i by maximum likelihood, conditioned
 * on each stratum's clicks, which removes γ. Strata are item × score bucket, so that an order that put better matches on
 * top does not pass for position bias. With too few clicks it is 1/k, and says so.
 */
export function positionCurve(list: string, cells: readonly ListSum[]): CurveEntry {
  const depth = cells.reduce((deepest, { position }) => Math.max(deepest, position), 1);
  const impressions = cells.reduce((sum, cell) => sum + cell.impressions, 0);
  const clicks = cells.reduce((sum, cell) => sum + cell.clicks, 0);
  const strata = stratify(cells).filter(({ impressions: seen }) => seen.size >= 2);
  const telling = strata.reduce((sum, { total }) => sum + total, 0);
  const fit = telling >= MIN_CLICKS ? fitTheta(strata, depth) : undefined;
  const theta = fit ?? Array.from({ length: depth }, (_, k) => 1 / (k + 1));
  return { list, theta, estimated: fit !== undefined, impressions, clicks };
}

function stratify(cells: readonly ListSum[]): Stratum[] {
  const strata = new Map<string, Stratum>();
  const inOrder = [...cells].sort((a, b) => a.position - b.position); // sums of fractions depend on their order
  for (const { item, bucket, position, impressions, clicks } of inOrder) {
    const key = `${bucket} ${item}`;
    let stratum = strata.get(key);
    if (!stratum) strata.set(key, (stratum = { impressions: new Map(), clicks: new Map(), total: 0 }));
    addTo(stratum.impressions, position, impressions);
    addTo(stratum.clicks, position, clicks);
    stratum.total += clicks;
  }
  return [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

/** θ_k ← Σ_i c_ik / Σ_i (C_i n_ik / e_i), e_i = Σ_k n_ik θ_k. Undefined when a position has no clicks, or no impressions, to tell by. */
function fitTheta(strata: readonly Stratum[], depth: number): number[] | undefined {
  const clicks = new Float64Array(depth);
  for (const stratum of strata) for (const [position, n] of stratum.clicks) addToCell(clicks, position - 1, n);
  if (clicks.includes(0)) return undefined;
  let theta = new Float64Array(depth).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const exposure = new Float64Array(depth);
    for (const { impressions, total } of strata) {
      let expected = 0;
      for (const [position, n] of impressions) expected += n * cellAt(theta, position - 1);
      if (expected > 0)
        for (const [position, n] of impressions) addToCell(exposure, position - 1, (total * n) / expected);
    }
    if (exposure.includes(0)) return undefined; // clicked, but never shown there: nothing to divide by
    const moved = relative(clicks.map((n, k) => n / cellAt(exposure, k)));
    const change = Math.max(...moved.map((value, k) => Math.abs(value - cellAt(theta, k))));
    theta = moved;
    if (change < TOLERANCE) break;
  }
  return [...relative(Float64Array.from(nonIncreasing([...theta], [...clicks])))];
}

/** Values relative to the first. */
const relative = (values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> =>
  values.map((value) => value / cellAt(values, 0));

function addTo(sums: Map<number, number>, position: number, amount: number): void {
  sums.set(position, (sums.get(position) ?? 0) + amount);
}
