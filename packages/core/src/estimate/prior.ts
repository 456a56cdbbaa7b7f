import { cellAt, float64At } from '../cells.js';
import type { Exposed } from './exposure.js';
import { nonIncreasing } from './isotonic.js';
import { trendOf } from './trend.js';

/** What is believed of an item before its own clicks: γ follows a gamma distribution, with a mean that knows its impressions. */
export interface Prior {
  /** Mean attraction of items that were shown so often. */
  readonly meanOf: (impressions: number) => number;
  /** Shape a: how many clicks of an item's own weigh as much as the prior. */
  readonly shape: number;
}

/** Least variance of γ/μ, where chance seems to explain all: no items are more alike than to a tenth. */
const LEAST_SPREAD = 0.01;
/** How many clicks of an octave's own weigh as much as the trend through all. */
const TREND_CLICKS = 2;

/**
 * An empirical-Bayes gamma prior by moments (Robbins 1956; Marshall 1991) whose mean never falls with how often items were
 * shown. Orders show good items more often; an item that is hardly ever shown is then no average one, and is not drawn up to
 * the average. Where orders are by chance, or wrong, the mean is about the same for all.
 *
 *     1/a = Σ w_i ((C_i − m_i)² − m_i) / m_i² / Σ w_i,  m_i = e_i μ_i,  w_i = m_i² / ((1 + m_i/a)² + 1/(2 m_i))
 *
 * Each item weighs by what it can tell of the spread: one that was clicked a thousand times not much more than one of fifty.
 */
export function gammaPrior(items: Exposed): Prior {
  const knots = knotsOf(items);
  const meanOf = (impressions: number): number => interpolate(knots, Math.log(impressions));
  const means = items.expected.map((expected, i) => expected * meanOf(float64At(items.impressions, i)));
  return { meanOf, shape: 1 / spreadOf(items, means) };
}

const ROUNDS = 40;

/** Variance of γ/μ beyond chance, by weights that depend on it. */
function spreadOf({ length, clicks }: Exposed, means: Float64Array): number {
  let spread = 1;
  for (let round = 0; round < ROUNDS; round++) {
    let [weighed, weights] = [0, 0];
    for (let i = 0; i < length; i++) {
      const mean = float64At(means, i);
      const weight = 1 / ((1 + mean * spread) ** 2 + 1 / (2 * mean)); // times m², which the moment is over
      weighed += weight * ((float64At(clicks, i) - mean) ** 2 - mean);
      weights += weight * mean ** 2;
    }
    spread = Math.max(LEAST_SPREAD, weighed / weights);
  }
  return spread;
}

/** Mean attraction by the logarithm of impressions, from the rarest items to the most shown. */
interface Knots {
  readonly logs: readonly number[];
  readonly means: readonly number[];
}

/** Items by octaves of impressions: each octave's click rate, drawn to the trend, and made never to fall. */
function knotsOf(items: Exposed): Knots {
  const trend = trendOf(items);
  const byOctave = new Map<number, { many: number; logs: number; clicks: number; expected: number }>();
  for (let i = 0; i < items.length; i++) {
    const impressions = float64At(items.impressions, i);
    const octave = Math.floor(Math.log2(impressions));
    const sums = byOctave.get(octave) ?? { many: 0, logs: 0, clicks: 0, expected: 0 };
    sums.many++;
    sums.logs += Math.log(impressions);
    sums.clicks += float64At(items.clicks, i);
    sums.expected += float64At(items.expected, i);
    byOctave.set(octave, sums);
  }
  const octaves = [...byOctave]
    .sort(([a], [b]) => b - a) // from the most shown down
    .map(([, { many, logs, clicks: own, expected }]) => {
      const [log, clicks] = [logs / many, own + TREND_CLICKS];
      return { log, clicks, rate: clicks / (expected + TREND_CLICKS / trend(Math.exp(log))) };
    });
  const [rates, weights] = [octaves.map(({ rate }) => rate), octaves.map(({ clicks }) => clicks)];
  const means = nonIncreasing(rates, weights).reverse();
  return { logs: octaves.map(({ log }) => log).reverse(), means };
}

/** Between two knots along a line of logarithms, beyond the last ones level. */
function interpolate({ logs, means }: Knots, log: number): number {
  const next = logs.findIndex((knot) => knot >= log);
  if (next <= 0) return cellAt(means, next === 0 ? 0 : means.length - 1);
  const share = (log - cellAt(logs, next - 1)) / (cellAt(logs, next) - cellAt(logs, next - 1));
  return cellAt(means, next - 1) ** (1 - share) * cellAt(means, next) ** share;
}
