import { addToCell, cellAt } from '../cells.js';
import { BUCKETS } from '../limits.js';
import { invert } from './cholesky.js';
import { sharesOf } from './fixed-effects.js';
import type { Stratum } from './strata.js';

/** χ² with 1, 2 and 3 degrees of freedom goes beyond these by chance once in a hundred times. */
const CRITICAL = [6.63, 9.21, 11.34] as const;

/** How position effects might differ between strata: with attraction, with the score bucket, and with how far down orders put them. */
const WAYS = [0, 1, 2] as const; // attraction, score, depth

/** What is left of a way that the curve explains is rounding: less than this share of what it was. */
const NOTHING = 1e-9;

/**
 * How far clicks are from the position-based model, over what chance alone reaches once in a hundred times: above 1, they
 * follow another. A score test for position effects that differ with an item's attraction γ (as when visitors trust the list:
 * Agarwal et al. 2019), or with what puts it on top (as when visitors stop at what they like: what is on top of a good item
 * is good, too):
 *
 *     log θ_ik = log θ_k + (λ₁ γ_i + λ₂ bucket_i + λ₃ depth_i) log k
 *
 * conditioned on strata totals (after Tukey 1949, one degree of freedom for non-additivity), with the variance that the
 * strata themselves show (White 1980). `covariance` is that of log θ below position 1.
 */
export function misfit(strata: readonly Stratum[], theta: readonly number[], covariance: Float64Array): number {
  const rate = sum(strata, ({ clicks }) => clicks) / sum(strata, (stratum) => exposureOf(stratum, theta));
  const tested = strata.map((stratum) => ({ stratum, ...waysOf(stratum, theta, rate) }));
  const explained = WAYS.map((way) => projection(tested, theta, covariance, way));
  const kept = explained.flatMap((curve, way) => {
    const scores = tested.map(({ stratum, ways, dependences }) =>
      scoreOf(stratum, theta, cellAt(ways, way), curve, cellAt(dependences, way)),
    );
    const [whole, left] = [scores.map((score) => score.whole), scores.map((score) => score.left)];
    return product(left, left) > NOTHING * product(whole, whole) ? [left] : [];
  });
  const totals = kept.map((scores) => sum(scores, (score) => score));
  const precision = Float64Array.from(kept.flatMap((a) => kept.map((b) => product(a, b))));
  if (!invert(precision, kept.length)) return 0;
  const distance = sum(totals, (a, i) => sum(totals, (b, j) => a * cellAt(precision, i * kept.length + j) * b));
  return distance > 0 ? distance / cellAt(CRITICAL, kept.length - 1) : 0;
}

/** A stratum's part of the score of one way, and what is `left` of it beside what the curve explains. */
function scoreOf(
  { places, clicks }: Stratum,
  theta: readonly number[],
  way: number,
  explained: readonly number[],
  dependence: number,
): { readonly whole: number; readonly left: number } {
  const shares = sharesOf(places, theta);
  const residuals = places.map((place, k) => place.clicks - clicks * cellAt(shares, k));
  const whole = sum(places, ({ position }, k) => cellAt(residuals, k) * way * Math.log(position));
  const curve = sum(places, ({ position }, k) => cellAt(residuals, k) * cellAt(explained, position - 1));
  return { whole, left: whole - curve + dependence };
}

const product = (a: readonly number[], b: readonly number[]): number => sum(a, (value, i) => value * cellAt(b, i));

/** By way: how much of it a stratum has, and what its score owes to being estimated from the clicks that are tested. */
interface Tested {
  readonly ways: readonly number[];
  readonly dependences: readonly number[];
}

/**
 * In which ways a stratum might differ, and what the first of them owes to being estimated from the clicks that it is
 * tested on. γ is linear in them, so that is known exactly: clicks at a position where nearly every impression is one
 * follow the stratum's total less than in proportion, Cov(c_k, C) = n_k θ_k γ (1 − θ_k γ).
 */
function waysOf(stratum: Stratum, theta: readonly number[], rate: number): Tested {
  const { places, clicks, bucket } = stratum;
  const exposure = exposureOf(stratum, theta);
  const doubt = 1 / rate; // γ is drawn to the average by as much exposure as gives one click
  const squares = sum(places, ({ position, impressions }) => impressions * cellAt(theta, position - 1) ** 2);
  const attractionSquared = (clicks * (clicks - 1)) / (exposure ** 2 - squares); // unbiased; there are two places at least
  const shares = sharesOf(places, theta);
  const saturation = sum(places, ({ position, impressions }, k) => {
    const own = impressions * cellAt(theta, position - 1) ** 2;
    return (own - cellAt(shares, k) * squares) * Math.log(position);
  });
  const depth = sum(places, ({ position, impressions }) => impressions * Math.log(position));
  return {
    ways: [
      (clicks + doubt * rate) / (exposure + doubt),
      bucket / BUCKETS,
      depth / sum(places, ({ impressions }) => impressions),
    ],
    dependences: [(saturation * attractionSquared) / (exposure + doubt), 0, 0],
  };
}

/** What the curve itself explains of one way, by position: it was fitted to the same clicks. */
function projection(
  tested: readonly { readonly stratum: Stratum; readonly ways: readonly number[] }[],
  theta: readonly number[],
  covariance: Float64Array,
  way: number,
): number[] {
  const rest = theta.length - 1;
  const shared = new Float64Array(rest);
  for (const { stratum, ways } of tested) {
    const shares = sharesOf(stratum.places, theta);
    const depth = sum(stratum.places, ({ position }, k) => cellAt(shares, k) * Math.log(position));
    stratum.places.forEach(({ position }, k) => {
      const share = stratum.clicks * cellAt(shares, k);
      if (position > 1) addToCell(shared, position - 2, share * cellAt(ways, way) * (Math.log(position) - depth));
    });
  }
  const rows = Array.from({ length: rest }, (_, k) =>
    shared.reduce((total, value, l) => total + value * cellAt(covariance, k * rest + l), 0),
  );
  return [0, ...rows];
}

const exposureOf = ({ places }: Stratum, theta: readonly number[]): number =>
  sum(places, ({ position, impressions }) => impressions * cellAt(theta, position - 1));

const sum = <T>(values: readonly T[], of: (value: T, index: number) => number): number =>
  values.reduce((total, value, i) => total + of(value, i), 0);
