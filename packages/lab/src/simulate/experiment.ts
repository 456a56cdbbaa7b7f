import { fixedEffects, itemQuality, positionCurve, stratify, type ListSum } from '@penchant/core/estimate';
import { kendall, kendallWhere, ndcg } from './agreement.js';
import { allPairs } from './all-pairs.js';
import { clickCurve } from './click-curve.js';
import { withoutBuckets } from './merge.js';
import { WITHIN_95 } from './mean.js';
import { rates, weighedClicks } from './rates.js';
import { simulate } from './simulate.js';
import { worldOf, type WorldOptions } from './world.js';

/** What one simulated world gives. Errors of θ are means of |θ̂/θ − 1| over the positions below the first. */
export interface Figures {
  readonly clickCurve: number;
  readonly allPairs: number;
  /** Fixed effects with strata items, and the curve made of them by shrinking and ordering. */
  readonly items: number;
  readonly itemsServed: number;
  /** The same with strata item × score bucket: what a collector serves. */
  readonly buckets: number;
  readonly bucketsServed: number;
  /** Share of positions whose 95 % interval holds the truth: as estimated, and as served. */
  readonly coverage: number;
  readonly coverageServed: number;
  /** Orders of all items, by NDCG@10: click rate, sum of clicks over the click curve, the same as a rate by the served θ, quality. */
  readonly ndcgRate: number;
  readonly ndcgInverseSum: number;
  readonly ndcgInverseRate: number;
  readonly ndcgQuality: number;
  /** Orders of the items that were shown, by Kendall's τ: by clicks, with ties broken by chance and with ties let go; by quality, which ties nothing. */
  readonly tauClicks: number;
  readonly tauClicksUntied: number;
  readonly tauQuality: number;
  /** By quality as far as it is known: two items whose qualities are the same to the first digit of their standard errors are tied. */
  readonly tauQualityRounded: number;
  /** Of pairs that clicks tell apart, by clicks and by quality. */
  readonly tauClicksApart: number;
  readonly tauQualityApart: number;
}

/** Simulates one world, and estimates it in every way. */
export function experiment(options: WorldOptions): Figures {
  const world = worldOf(options);
  const sums = simulate(world);
  const { theta, items } = options;
  const depth = theta.length;
  const merged = withoutBuckets(sums);
  const byBucket = fixedEffects(stratify(sums), depth);
  const served = positionCurve('simulated', sums);
  const curve = clickCurve(sums, depth);
  const clicks = weighedClicks(sums, items, () => 1);
  const inverse = weighedClicks(sums, items, (position) => curve[position - 1] ?? 1);
  const unbiased = weighedClicks(sums, items, (position) => served.theta[position - 1] ?? 1);
  const entries = qualityOf(sums, served.theta);
  const quality = byItem(entries, items, ({ quality: told }) => told);
  const compare = (scores: readonly number[]): number => ndcg(scores, world.attractions, 10);
  const shown = clicks.impressions.flatMap((seen, item) => (seen > 0 ? [item] : []));
  const onlyShown = (scores: readonly number[]): number[] => shown.map((item) => scores[item] ?? 0);
  const truth = onlyShown(world.attractions);
  const shownClicks = onlyShown(clicks.clicks);
  const shownQuality = onlyShown(quality);
  const tauClicks = kendall(shownClicks, truth);
  return {
    clickCurve: relativeError(curve, theta),
    allPairs: relativeError(allPairs(sums, depth), theta),
    items: relativeError(fixedEffects(stratify(merged), depth).theta, theta),
    itemsServed: relativeError(positionCurve('simulated', merged).theta, theta),
    buckets: relativeError(byBucket.theta, theta),
    bucketsServed: relativeError(served.theta, theta),
    coverage: below(theta, (value, k) => {
      const off = Math.log((byBucket.theta[k] ?? NaN) / value);
      return Number(Math.abs(off) <= WITHIN_95 * (byBucket.standardErrors[k] ?? NaN));
    }),
    coverageServed: below(theta, (value, k) =>
      Number((served.low?.[k] ?? NaN) <= value && value <= (served.high?.[k] ?? NaN)),
    ),
    ndcgRate: compare(rates(clicks)),
    ndcgInverseSum: compare(inverse.clicks),
    ndcgInverseRate: compare(rates(unbiased)),
    ndcgQuality: compare(quality),
    tauClicks: tauClicks.all,
    tauClicksUntied: tauClicks.untied,
    tauQuality: kendall(shownQuality, truth).all,
    tauQualityRounded: kendall(onlyShown(byItem(entries, items, toItsFirstDigit)), truth).untied,
    tauClicksApart: kendallWhere(shownClicks, truth, shownClicks),
    tauQualityApart: kendallWhere(shownQuality, truth, shownClicks),
  };
}

/** Quality by item; 0 for what was never shown. */
export const qualities = (sums: readonly ListSum[], theta: readonly number[], items: number): number[] =>
  byItem(qualityOf(sums, theta), items, ({ quality }) => quality);

type Entry = ReturnType<typeof itemQuality>[number];

const qualityOf = (sums: readonly ListSum[], theta: readonly number[]): Entry[] =>
  itemQuality(sums, (_, position) => theta[position - 1] ?? 1);

function byItem(entries: readonly Entry[], items: number, of: (entry: Entry) => number): number[] {
  const found = new Map(entries.map((entry) => [entry.item, of(entry)]));
  return Array.from({ length: items }, (_, item) => found.get(String(item)) ?? 0);
}

/** As measurements are told: to the first digit of their standard error, past which digits say nothing. */
function toItsFirstDigit({ quality, low = quality, high = quality }: Entry): number {
  const error = (high - low) / (2 * WITHIN_95);
  return error > 0 ? Number(quality.toFixed(Math.max(0, -Math.floor(Math.log10(error))))) : quality;
}

/** Mean over the positions below the first. */
const below = (theta: readonly number[], of: (value: number, k: number) => number): number =>
  theta.slice(1).reduce((sum, value, k) => sum + of(value, k + 1), 0) / (theta.length - 1);

export const relativeError = (estimate: readonly number[], truth: readonly number[]): number =>
  below(truth, (value, k) => Math.abs((estimate[k] ?? NaN) / value - 1));
