import { addToCell, cellAt, float64At, int32At, uint8At } from '../cells.js';
import { inverse } from './cholesky.js';
import type { Strata } from './strata.js';

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
export function fixedEffects(strata: Strata, depth: number): FixedEffects {
  const theta = fit(strata, depth);
  const shares = sharesOf(strata, theta);
  const { starts, places } = strata;
  const { positions } = places;
  const rest = depth - 1;
  const information = new Float64Array(rest * rest);
  let chiSquare = 0;
  let variance = 0;
  let freedom = 1 - depth;
  for (let i = 0; i < strata.length; i++) {
    const [start, end] = [int32At(starts, i), int32At(starts, i + 1)];
    const clicks = float64At(strata.clicks, i);
    let [many, rarity] = [0, 0];
    for (let at = start; at < end; at++) {
      const share = float64At(shares, at);
      if (share > 0) {
        chiSquare += (float64At(places.clicks, at) - clicks * share) ** 2 / (clicks * share);
        many++;
        rarity += 1 / share;
      }
      const position = uint8At(positions, at);
      if (position === 1) continue;
      const row = (position - 2) * rest;
      const diagonal = row + position - 2;
      information[diagonal] = float64At(information, diagonal) + clicks * share;
      for (let to = start; to < end; to++) {
        const cell = row + uint8At(positions, to) - 2;
        if (uint8At(positions, to) > 1)
          information[cell] = float64At(information, cell) - clicks * share * float64At(shares, to);
      }
    }
    variance += 2 * (many - 1) + (rarity - many ** 2 - 2 * many + 2) / clicks;
    freedom += end - start - 1;
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

/** By place, the share of its stratum's clicks that is expected there. */
export function sharesOf({ length, starts, places }: Strata, theta: readonly number[]): Float64Array {
  const { positions, impressions } = places;
  const shares = new Float64Array(positions.length);
  for (let i = 0; i < length; i++) {
    const [start, end] = [int32At(starts, i), int32At(starts, i + 1)];
    let all = 0;
    for (let at = start; at < end; at++) {
      const share = float64At(impressions, at) * cellAt(theta, uint8At(positions, at) - 1);
      shares[at] = share;
      all += share;
    }
    for (let at = start; at < end; at++) shares[at] = all > 0 ? float64At(shares, at) / all : 0;
  }
  return shares;
}

function fit(strata: Strata, depth: number): number[] {
  const { positions, clicks: opened } = strata.places;
  const clicked = new Float64Array(depth);
  for (let at = 0; at < positions.length; at++) addToCell(clicked, uint8At(positions, at) - 1, float64At(opened, at));
  let theta = new Float64Array(depth).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    const exposed = exposures(strata, theta);
    const moved = relative(clicked.map((clicks, k) => (clicks > 0 ? clicks / cellAt(exposed, k) : 0)));
    const change = moved.reduce((most, value, k) => Math.max(most, Math.abs(value - cellAt(theta, k))), 0);
    theta = moved;
    if (!(change >= TOLERANCE)) break; // also when position 1 was never clicked, and nothing is relative to it
  }
  return [...theta];
}

/** Σ_i C_i n_ik / e_i, by position. */
function exposures({ length, starts, clicks, places }: Strata, theta: Float64Array): Float64Array {
  const { positions, impressions } = places;
  const exposed = new Float64Array(theta.length);
  for (let i = 0; i < length; i++) {
    const [start, end] = [int32At(starts, i), int32At(starts, i + 1)];
    let expected = 0;
    for (let at = start; at < end; at++)
      expected += float64At(impressions, at) * cellAt(theta, uint8At(positions, at) - 1);
    const factor = expected > 0 ? float64At(clicks, i) / expected : 0;
    for (let at = start; at < end; at++) {
      const k = uint8At(positions, at) - 1;
      exposed[k] = cellAt(exposed, k) + factor * float64At(impressions, at);
    }
  }
  return exposed;
}

const relative = (values: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> =>
  values.map((value) => (cellAt(values, 0) > 0 ? value / cellAt(values, 0) : 0));
