import { addToCell, cellAt } from '../cells.js';
import { BUCKETS } from '../limits.js';
import { inverse } from './cholesky.js';
import { sharesOf } from './fixed-effects.js';
import type { Stratum } from './strata.js';

/** χ² with two degrees of freedom goes beyond this by chance once in a hundred times. */
export const MAX_MISFIT = 9.21;

/** How position effects might differ between strata: with attraction, and with score. */
type Ways = readonly [attraction: number, score: number];
const WAYS = [0, 1] as const;

/**
 * How far clicks are from the position-based model: χ² with two degrees of freedom where it holds. A score test for
 * position effects that differ with an item's attraction γ (as when visitors trust the list: Agarwal et al. 2019) or with the
 * score that placed it (as when they stop at what they like: above a high score, all is good):
 *
 *     log θ_ik = log θ_k + (λ₁ γ_i + λ₂ bucket_i) log k
 *
 * conditioned on strata totals (after Tukey 1949, one degree of freedom for non-additivity), with the variance that the
 * strata themselves show (White 1980). `covariance` is that of log θ below position 1.
 */
export function misfit(strata: readonly Stratum[], theta: readonly number[], covariance: Float64Array): number {
  const rate = sum(strata, ({ clicks }) => clicks) / sum(strata, (stratum) => exposureOf(stratum, theta));
  const tested = strata.map((stratum) => ({ stratum, ...waysOf(stratum, theta, rate) }));
  const explained = WAYS.map((way) => projection(tested, theta, covariance, way));
  const scores = tested.map(({ stratum, ways, dependence }) => {
    const shares = sharesOf(stratum.places, theta);
    const left = WAYS.map((way) =>
      sum(stratum.places, ({ position, clicks }, k) => {
        const residual = clicks - stratum.clicks * cellAt(shares, k);
        return residual * (ways[way] * Math.log(position) - cellAt(explained[way] ?? [], position - 1));
      }),
    );
    return [cellAt(left, 0) + dependence, cellAt(left, 1)];
  });
  const [first, second] = WAYS.map((way) => sum(scores, (score) => cellAt(score, way)));
  const spread = WAYS.flatMap((a) => WAYS.map((b) => sum(scores, (score) => cellAt(score, a) * cellAt(score, b))));
  return quadratic([first ?? 0, second ?? 0], spread);
}

/**
 * In which ways a stratum might differ, and what the first of them owes to being estimated from the clicks that it is
 * tested on. γ is linear in them, so that is known exactly: clicks at a position where nearly every impression is one
 * follow the stratum's total less than in proportion, Cov(c_k, C) = n_k θ_k γ (1 − θ_k γ).
 */
function waysOf(stratum: Stratum, theta: readonly number[], rate: number): { ways: Ways; dependence: number } {
  const { places, clicks, bucket } = stratum;
  const exposure = exposureOf(stratum, theta);
  const doubt = 1 / rate; // γ is drawn to the average by as much exposure as gives one click
  const squares = sum(places, ({ position, impressions }) => impressions * cellAt(theta, position - 1) ** 2);
  const attractionSquared = exposure ** 2 > squares ? (clicks * (clicks - 1)) / (exposure ** 2 - squares) : 0; // unbiased
  const shares = sharesOf(places, theta);
  const saturation = sum(places, ({ position, impressions }, k) => {
    const own = impressions * cellAt(theta, position - 1) ** 2;
    return (own - cellAt(shares, k) * squares) * Math.log(position);
  });
  return {
    ways: [(clicks + doubt * rate) / (exposure + doubt), bucket / BUCKETS],
    dependence: (saturation * attractionSquared) / (exposure + doubt),
  };
}

/** What the curve itself explains of one way, by position: it was fitted to the same clicks. */
function projection(
  tested: readonly { readonly stratum: Stratum; readonly ways: Ways }[],
  theta: readonly number[],
  covariance: Float64Array,
  way: (typeof WAYS)[number],
): number[] {
  const rest = theta.length - 1;
  const shared = new Float64Array(rest);
  for (const { stratum, ways } of tested) {
    const shares = sharesOf(stratum.places, theta);
    const depth = sum(stratum.places, ({ position }, k) => cellAt(shares, k) * Math.log(position));
    stratum.places.forEach(({ position }, k) => {
      if (position > 1)
        addToCell(shared, position - 2, stratum.clicks * cellAt(shares, k) * ways[way] * (Math.log(position) - depth));
    });
  }
  const rows = Array.from({ length: rest }, (_, k) =>
    shared.reduce((total, value, l) => total + value * cellAt(covariance, k * rest + l), 0),
  );
  return [0, ...rows];
}

/** vᵀ M⁻¹ v of two scores; where the second says nothing, as with one bucket only, of the first. */
function quadratic([first, second]: readonly [number, number], spread: readonly number[]): number {
  const precision = inverse(spread, WAYS.length);
  if (!precision) return cellAt(spread, 0) > 0 ? first ** 2 / cellAt(spread, 0) : 0;
  const [a = 0, b = 0, , d = 0] = precision;
  return a * first ** 2 + 2 * b * first * second + d * second ** 2;
}

const exposureOf = ({ places }: Stratum, theta: readonly number[]): number =>
  sum(places, ({ position, impressions }) => impressions * cellAt(theta, position - 1));

const sum = <T>(values: readonly T[], of: (value: T, index: number) => number): number =>
  values.reduce((total, value, i) => total + of(value, i), 0);
