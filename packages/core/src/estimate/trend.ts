import { cellAt } from '../cells.js';
import type { Exposed } from './exposure.js';

/** Before any data, twice the impressions say little of attraction: the slope of log γ by log impressions is 0 ± 0.5. */
const SLOPE_PRECISION = 1 / 0.5 ** 2;
const ROUNDS = 30;

/**
 * How attraction goes with how often items were shown, log μ_i = α + β log n_i, by over-dispersed Poisson regression
 * (Breslow 1984): items weigh by what their clicks tell, and no more than their spread around the line lets them.
 */
export function trendOf(items: readonly Exposed[]): (impressions: number) => number {
  const all = items.reduce((total, { clicks }) => total + clicks, 0);
  const center = items.reduce((total, { clicks, impressions }) => total + clicks * Math.log(impressions), 0) / all;
  let alpha = Math.log(all / items.reduce((total, { expected }) => total + expected, 0));
  let beta = 0;
  const xs = Float64Array.from(items, ({ impressions }) => Math.log(impressions) - center);
  const means = new Float64Array(items.length);
  for (let round = 0; round < ROUNDS; round++) {
    let [scatter, expected] = [0, 0];
    items.forEach((item, i) => {
      const mean = item.expected * Math.exp(alpha + beta * cellAt(xs, i));
      means[i] = mean;
      scatter += ((item.clicks - mean) ** 2 - mean) / mean;
      expected += mean;
    });
    const spread = Math.max(0, scatter / expected);
    let [a, b, d, u, v] = [0, 0, 0, 0, 0];
    items.forEach(({ clicks }, i) => {
      const [x, mean] = [cellAt(xs, i), cellAt(means, i)];
      const weight = 1 / (1 + mean * spread);
      a += mean * weight;
      b += mean * weight * x;
      d += mean * weight * x * x;
      u += (clicks - mean) * weight;
      v += (clicks - mean) * weight * x;
    });
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
