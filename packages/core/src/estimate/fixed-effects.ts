import { addToCell, cellAt } from '../cells.js';
import { inverse } from './cholesky.js';
import type { Stratum } from './strata.js';

const TOLERANCE = 1e-10;
const MAX_ROUNDS = 2_000;

/** Position effects with strata as fixed effects. Lists are by position, from 1, so index 0 is position 1. */
export interface FixedEffects {
  /** Relative to position 1; 0 where nothing was clicked. */
  readonly theta: readonly number[];
  /** Of log θ, over-dispersion included; 0 for position 1, `Infinity` where nothing tells. */
  readonly standardErrors: readonly number[];
  /** Pearson's X² over its degrees of freedom: 1 when clicks scatter as chance alone would. At least 0. */
  readonly dispersion: number;
  /** Standard deviation of the dispersion where chance alone scatters clicks (Haldane 1937). */
  readonly dispersionError: number;
  /** (depth − 1)², of log θ below position 1, without over-dispersion; `Infinity` where nothing tells. */
  readonly covariance: Float64Array;
}

/**
 * The position-based model P(click) = θ_k γ_i by maximum likelihood, conditioned on each stratum's clicks, which removes γ:
 *
 *     θ_k ← Σ_i c_ik / Σ_i (C_i n_ik / e_i),  e_i = Σ_k n_ik θ_k
 *     F_kl = Σ_i C_i (π_ik [k = l] − π_ik π_il),  π_ik = n_ik θ_k / e_i
 *
 * Fisher's information F without position 1, inverted, gives the covariance of log θ.
 */
export function fixedEffects(strata: readonly Stratum[], depth: number): FixedEffects {
  const theta = fit(strata, depth);
  const rest = depth - 1;
  const information = new Float64Array(rest * rest);
  let chiSquare = 0;
  let variance = 0;
  let freedom = 1 - depth;
  for (const { places, clicks } of strata) {
    const shares = sharesOf(places, theta);
    places.forEach(({ position, clicks: own }, a) => {
      const share = cellAt(shares, a);
      if (share > 0) chiSquare += (own - clicks * share) ** 2 / (clicks * share);
      if (position === 1) return;
      const row = (position - 2) * rest;
      addToCell(information, row + position - 2, clicks * share);
      places.forEach(({ position: other }, b) => {
        if (other > 1) addToCell(information, row + other - 2, -clicks * share * cellAt(shares, b));
      });
    });
    const many = shares.filter((share) => share > 0).length;
    const rarity = shares.reduce((sum, share) => (share > 0 ? sum + 1 / share : sum), 0);
    variance += 2 * (many - 1) + (rarity - many ** 2 - 2 * many + 2) / clicks;
    freedom += places.length - 1;
  }
  const dispersion = freedom > 0 ? chiSquare / freedom : 1;
  const covariance = inverse(information, rest) ?? information.fill(Infinity);
  const scale = Math.max(1, dispersion);
  const standardErrors = [
    0,
    ...Array.from({ length: rest }, (_, k) => Math.sqrt(cellAt(covariance, k * rest + k) * scale)),
  ];
  const dispersionError = freedom > 0 ? Math.sqrt(variance) / freedom : 0;
  return { theta, standardErrors, dispersion, dispersionError, covariance };
}

/** Of a stratum's clicks, the share expected at each of its places. */
export function sharesOf(places: Stratum['places'], theta: readonly number[]): number[] {
  const exposed = places.map(({ position, impressions }) => impressions * cellAt(theta, position - 1));
  const all = exposed.reduce((sum, exposure) => sum + exposure, 0);
  return exposed.map((exposure) => (all > 0 ? exposure / all : 0));
}

function fit(strata: readonly Stratum[], depth: number): number[] {
  const clicked = new Float64Array(depth);
  for (const { places } of strata) for (const { position, clicks } of places) addToCell(clicked, position - 1, clicks);
  const flat = flatten(strata);
  let theta = new Float64Array(depth).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const exposed = exposures(flat, theta);
    const moved = relative(clicked.map((clicks, k) => (clicks > 0 ? clicks / cellAt(exposed, k) : 0)));
    const change = moved.reduce((most, value, k) => Math.max(most, Math.abs(value - cellAt(theta, k))), 0);
    theta = moved;
    if (!(change >= TOLERANCE)) break; // also when position 1 was never clicked, and nothing is relative to it
  }
  return [...theta];
}

/** Strata in flat arrays: the rounds run over some 100,000 places each. */
interface Flat {
  readonly ends: Int32Array;
  readonly clicks: Float64Array;
  readonly positions: Int32Array;
  readonly impressions: Float64Array;
}

function flatten(strata: readonly Stratum[]): Flat {
  const places = strata.flatMap((stratum) => stratum.places);
  let end = 0;
  return {
    ends: Int32Array.from(strata, ({ places: { length } }) => (end += length)),
    clicks: Float64Array.from(strata, ({ clicks }) => clicks),
    positions: Int32Array.from(places, ({ position }) => position - 1),
    impressions: Float64Array.from(places, ({ impressions }) => impressions),
  };
}

/** Σ_i C_i n_ik / e_i, by position. */
function exposures({ ends, clicks, positions, impressions }: Flat, theta: Float64Array): Float64Array {
  const exposed = new Float64Array(theta.length);
  let start = 0;
  ends.forEach((end, i) => {
    let expected = 0;
    for (let at = start; at < end; at++) expected += cellAt(impressions, at) * cellAt(theta, cellAt(positions, at));
    const factor = expected > 0 ? cellAt(clicks, i) / expected : 0;
    for (let at = start; at < end; at++) addToCell(exposed, cellAt(positions, at), factor * cellAt(impressions, at));
    start = end;
  });
  return exposed;
}

const relative = (values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> =>
  values.map((value) => (cellAt(values, 0) > 0 ? value / cellAt(values, 0) : 0));
