import { cellAt, float64At, int32At, totalOf, uint8At } from '../cells.js';
import { BUCKETS } from '../limits.js';
import { invert } from './cholesky.js';
import { sharesOf } from './fixed-effects.js';
import type { Strata } from './strata.js';

/** χ² with 1, 2 and 3 degrees of freedom goes beyond these by chance once in a hundred times. */
const CRITICAL = [6.63, 9.21, 11.34] as const;

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
export function misfit(strata: Strata, theta: readonly number[], covariance: Float64Array): number {
  const shares = sharesOf(strata, theta);
  const kept = waysOf(strata, shares, theta).flatMap((way) => {
    const explained = projection(strata, shares, way, covariance);
    const { whole, left } = scoresOf(strata, shares, way, explained);
    return product(left, left) > NOTHING * product(whole, whole) ? [left] : [];
  });
  const totals = kept.map(totalOf);
  const precision = Float64Array.from(kept.flatMap((a) => kept.map((b) => product(a, b))));
  if (!invert(precision, kept.length)) return 0;
  const distance = sum(totals, (a, i) => sum(totals, (b, j) => a * cellAt(precision, i * kept.length + j) * b));
  return distance > 0 ? distance / cellAt(CRITICAL, kept.length - 1) : 0;
}

/** A way in which position effects might differ between strata. */
interface Way {
  /** How much of it each stratum has. */
  readonly amounts: Float64Array;
  /** What each stratum's score owes to amounts that are estimated from the clicks that are tested. */
  readonly dependences?: Float64Array;
}

/**
 * In which ways strata might differ, and what the first of them owes to being estimated from the clicks that it is
 * tested on. γ is linear in them, so that is known exactly: clicks at a position where nearly every impression is one
 * follow the stratum's total less than in proportion, Cov(c_k, C) = n_k θ_k γ (1 − θ_k γ).
 */
function waysOf(strata: Strata, shares: Float64Array, theta: readonly number[]): Way[] {
  const { length, starts, places } = strata;
  const { positions, impressions: seen } = places;
  const exposures = new Float64Array(length);
  eachPlace(strata, (i, at, position) => {
    exposures[i] = float64At(exposures, i) + float64At(seen, at) * cellAt(theta, position - 1);
  });
  const rate = totalOf(strata.clicks) / totalOf(exposures);
  const doubt = 1 / rate; // γ is drawn to the average by as much exposure as gives one click
  const [attractions, buckets] = [new Float64Array(length), new Float64Array(length)];
  const [depths, dependences] = [new Float64Array(length), new Float64Array(length)];
  for (let i = 0; i < length; i++) {
    const [start, end] = [int32At(starts, i), int32At(starts, i + 1)];
    const [clicks, exposure] = [float64At(strata.clicks, i), float64At(exposures, i)];
    let [squares, depth, impressions, saturation] = [0, 0, 0, 0];
    for (let at = start; at < end; at++) {
      const position = uint8At(positions, at);
      squares += float64At(seen, at) * cellAt(theta, position - 1) ** 2;
      depth += float64At(seen, at) * Math.log(position);
      impressions += float64At(seen, at);
    }
    for (let at = start; at < end; at++) {
      const position = uint8At(positions, at);
      const own = float64At(seen, at) * cellAt(theta, position - 1) ** 2;
      saturation += (own - float64At(shares, at) * squares) * Math.log(position);
    }
    const attractionSquared = (clicks * (clicks - 1)) / (exposure ** 2 - squares); // unbiased; there are two places at least
    attractions[i] = (clicks + doubt * rate) / (exposure + doubt);
    buckets[i] = uint8At(strata.buckets, i) / BUCKETS;
    depths[i] = depth / impressions;
    dependences[i] = (saturation * attractionSquared) / (exposure + doubt);
  }
  return [{ amounts: attractions, dependences }, { amounts: buckets }, { amounts: depths }];
}

/** Of the score of one way, by stratum: all of it, and what is left beside what the curve explains. */
function scoresOf(
  strata: Strata,
  shares: Float64Array,
  { amounts, dependences }: Way,
  explained: readonly number[],
): { readonly whole: Float64Array; readonly left: Float64Array } {
  const { clicks } = strata.places;
  const [whole, left] = [new Float64Array(strata.length), dependences?.slice() ?? new Float64Array(strata.length)];
  eachPlace(strata, (i, at, position) => {
    const residual = float64At(clicks, at) - float64At(strata.clicks, i) * float64At(shares, at);
    const score = residual * float64At(amounts, i) * Math.log(position);
    whole[i] = float64At(whole, i) + score;
    left[i] = float64At(left, i) + score - residual * cellAt(explained, position - 1);
  });
  return { whole, left };
}

/** What the curve itself explains of one way, by position: it was fitted to the same clicks. */
function projection(strata: Strata, shares: Float64Array, { amounts }: Way, covariance: Float64Array): number[] {
  const means = new Float64Array(strata.length);
  eachPlace(strata, (i, at, position) => {
    means[i] = float64At(means, i) + float64At(shares, at) * Math.log(position);
  });
  const rest = Math.sqrt(covariance.length);
  const shared = new Float64Array(rest);
  eachPlace(strata, (i, at, position) => {
    if (position === 1) return;
    const share = float64At(strata.clicks, i) * float64At(shares, at);
    const deeper = Math.log(position) - float64At(means, i);
    shared[position - 2] = float64At(shared, position - 2) + share * float64At(amounts, i) * deeper;
  });
  const rows = Array.from({ length: rest }, (_, k) => product(shared, covariance.subarray(k * rest, (k + 1) * rest)));
  return [0, ...rows];
}

function eachPlace(
  { length, starts, places: { positions } }: Strata,
  visit: (stratum: number, at: number, position: number) => void,
): void {
  for (let i = 0; i < length; i++)
    for (let at = int32At(starts, i); at < int32At(starts, i + 1); at++) visit(i, at, uint8At(positions, at));
}

function product(a: Float64Array, b: Float64Array): number {
  let all = 0;
  for (let i = 0; i < a.length; i++) all += float64At(a, i) * float64At(b, i);
  return all;
}

const sum = (values: readonly number[], of: (value: number, index: number) => number): number =>
  values.reduce((all, value, i) => all + of(value, i), 0);
