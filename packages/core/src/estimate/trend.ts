import { float64At } from '../cells.js';
import type { Exposed } from './exposure.js';

/** Before any data, twice the impressions say little of attraction: the slope of log γ by log impressions is 0 ± 0.5. */
const SLOPE_PRECISION = 1 / 0.5 ** 2;
const ROUNDS = 30;

/**
 * How attraction goes with how often items were shown, log μ_i = α + β log n_i, by over-dispersed Poisson regression
 * (Breslow 1984): items weigh by what their clicks tell, and no more than their spread around the line lets them.
 */
export function trendOf({
  length,
  impressions: seen,
  clicks,
  expected: exposure,
}: Exposed): (impressions: number) => number {
  let [all, exposed, center] = [0, 0, 0];
  for (let i = 0; i < length; i++) {
    all += float64At(clicks, i);
    exposed += float64At(exposure, i);
    center += float64At(clicks, i) * Math.log(float64At(seen, i));
  }
  center /= all;
  let [alpha, beta] = [Math.log(all / exposed), 0];
  const xs = seen.map((impressions) => Math.log(impressions) - center);
  const means = new Float64Array(length);
  for (let round = 0; round < ROUNDS; round++) {
    let [scatter, expected] = [0, 0];
    for (let i = 0; i < length; i++) {
      const mean = float64At(exposure, i) * Math.exp(alpha + beta * float64At(xs, i));
      means[i] = mean;
      scatter += ((float64At(clicks, i) - mean) ** 2 - mean) / mean;
      expected += mean;
    }
    const spread = Math.max(0, scatter / expected);
    let [a, b, d, u, v] = [0, 0, 0, 0, 0];
    for (let i = 0; i < length; i++) {
      const [x, mean] = [float64At(xs, i), float64At(means, i)];
      const weight = 1 / (1 + mean * spread);
      const off = (float64At(clicks, i) - mean) * weight;
      a += mean * weight;
      b += mean * weight * x;
      d += mean * weight * x * x;
      u += off;
      v += off * x;
    }
    d += SLOPE_PRECISION;
    v -= SLOPE_PRECISION * beta;
    const determinant = a * d - b * b;
    alpha += bounded((d * u - b * v) / determinant);
    beta += bounded((a * v - b * u) / determinant);
  }
  return (impressions) => Math.exp(alpha + beta * (Math.log(impressions) - center));
}

/** Far from the answer a step can be wild. */
const bounded = (step: number): number => Math.max(-1, Math.min(1, step));
