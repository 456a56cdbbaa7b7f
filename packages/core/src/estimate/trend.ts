import type { Exposed } from './exposure.js';

/** Before any data, twice the impressions say little of attraction: the slope of log γ by log impressions is 0 ± 0.5. */
const SLOPE_PRECISION = 1 / 0.5 ** 2;
const ROUNDS = 30;

/**
 * How attraction goes with how often items were shown, log μ_i = α + β log n_i, by over-dispersed Poisson regression
 * (Breslow 1984): items weigh by what their clicks tell, and no more than their spread around the line lets them.
 */
export function trendOf(items: readonly Exposed[]): (impressions: number) => number {
  const clicks = sum(items, (item) => item.clicks);
  const center = sum(items, (item) => item.clicks * Math.log(item.impressions)) / clicks;
  let alpha = Math.log(clicks / sum(items, ({ expected }) => expected));
  let beta = 0;
  const at = (impressions: number): number => Math.exp(alpha + beta * (Math.log(impressions) - center));
  for (let round = 0; round < ROUNDS; round++) {
    const told = items.map((item) => ({
      x: Math.log(item.impressions) - center,
      own: item.clicks,
      mean: item.expected * at(item.impressions),
    }));
    const spread = sum(told, ({ own, mean }) => ((own - mean) ** 2 - mean) / mean) / sum(told, ({ mean }) => mean);
    const weightOf = ({ mean }: { mean: number }): number => 1 / (1 + mean * Math.max(0, spread));
    const a = sum(told, (one) => one.mean * weightOf(one));
    const b = sum(told, (one) => one.mean * weightOf(one) * one.x);
    const d = sum(told, (one) => one.mean * weightOf(one) * one.x * one.x) + SLOPE_PRECISION;
    const u = sum(told, (one) => (one.own - one.mean) * weightOf(one));
    const v = sum(told, (one) => (one.own - one.mean) * weightOf(one) * one.x) - SLOPE_PRECISION * beta;
    const determinant = a * d - b * b;
    alpha += bounded((d * u - b * v) / determinant);
    beta += bounded((a * v - b * u) / determinant);
  }
  return at;
}

/** Far from the answer a step can be wild. */
const bounded = (step: number): number => Math.max(-1, Math.min(1, step));

const sum = <T>(values: readonly T[], of: (value: T) => number): number =>
  values.reduce((total, value) => total + of(value), 0);
