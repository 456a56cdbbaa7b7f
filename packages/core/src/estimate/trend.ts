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
  const clicks = sum(items, (item) => item.clicks);
  const center = sum(items, (item) => item.clicks * Math.log(item.impressions)) / clicks;
  let alpha = Math.log(clicks / sum(items, ({ expected }) => expected));
  let beta = 0;
  const at = (impressions: number): number => Math.exp(alpha + beta * (Math.log(impressions) - center));
  const xs = Float64Array.from(items, ({ impressions }) => Math.log(impressions) - center);
  const means = new Float64Array(items.length); // one for all rounds: a catalogue has 100,000 items
  /** Σ over items of something that is told by their mean, how far they are from it, and x. */
  const over = (of: (mean: number, off: number, x: number) => number): number =>
    means.reduce((total, mean, i) => total + of(mean, (items[i]?.clicks ?? 0) - mean, cellAt(xs, i)), 0);
  for (let round = 0; round < ROUNDS; round++) {
    items.forEach(({ impressions, expected }, i) => (means[i] = expected * at(impressions)));
    const spread = over((mean, off) => (off ** 2 - mean) / mean) / over((mean) => mean);
    const weightOf = (mean: number): number => 1 / (1 + mean * Math.max(0, spread));
    const a = over((mean) => mean * weightOf(mean));
    const b = over((mean, _, x) => mean * weightOf(mean) * x);
    const d = over((mean, _, x) => mean * weightOf(mean) * x * x) + SLOPE_PRECISION;
    const u = over((mean, off) => off * weightOf(mean));
    const v = over((mean, off, x) => off * weightOf(mean) * x) - SLOPE_PRECISION * beta;
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
