import { defaultPolicy, propensityAt, type Model } from '@penchant/core';
import type { Statistic } from '../bootstrap.js';
import type { Showing } from './showings.js';

export interface MeasureOptions {
  /** Places that NDCG looks at. */
  readonly k: number;
  /** Most that one click may weigh. */
  readonly clip: number;
  /** Position curves by list; 1/k where it has none. */
  readonly model: Model;
}

/** What is added up over lists, for one order of each. */
const SUMS = ['clicks', 'examined', 'gain', 'reciprocal', 'opened'] as const;
export const SUMS_AN_ORDER = SUMS.length;
type Sums = Readonly<Record<(typeof SUMS)[number], number>>;

/** By name, what is made of the sums. */
export const MEASURES = {
  /**
   * Clicks by places examined, had the order been this one: each click weighs θ of its place in this order over θ of the place where it was
   * (Li et al. 2018, “Offline evaluation of ranking policies with click models”), at most `clip`, normalised by the same weights (Swaminathan
   * & Joachims 2015).
   */
  SNIPS: ({ clicks, examined }) => clicks / examined,
  /**
   * NDCG of the first k places, with each item that was opened the only one that is wanted. It weighs 1/θ of the place where it was, at most `clip`:
   * those who open what is far down stand for all who never looked there (Wang et al. 2016, “Learning to rank with selection bias in personal search”).
   */
  NDCG: ({ gain, opened }) => gain / opened,
  /** Mean of 1 over the place of each item that was opened, weighed alike. */
  MRR: ({ reciprocal, opened }) => reciprocal / opened,
} as const satisfies Readonly<Record<string, (sums: Sums) => number>>;
export type MeasureName = keyof typeof MEASURES;

/** A measure of the `nth` of several orders whose sums stand one after the other. */
export const measureOf =
  (name: MeasureName, nth: number): Statistic =>
  (sums) => {
    const entries = SUMS.map((sum, i) => [sum, sums[nth * SUMS_AN_ORDER + i] ?? 0]);
    return MEASURES[name](Object.fromEntries(entries) as Sums);
  };

/**
 * Adds what one list says of one order of it to the sums of the `nth`. `order` has its items' ids, best first; they would have stood at the very
 * positions where something of the list was seen.
 */
export function addMeasures(
  into: Float64Array,
  nth: number,
  { list, places }: Showing,
  order: readonly string[],
  { k, clip, model }: MeasureOptions,
): void {
  const thetaAt = (position: number): number =>
    propensityAt(model, list, position) ?? position ** -defaultPolicy.position.eta;
  const rankOf = new Map(order.map((id, rank) => [id, rank]));
  const add = (sum: (typeof SUMS)[number], amount: number): void => {
    const at = nth * SUMS_AN_ORDER + SUMS.indexOf(sum);
    into[at] = (into[at] ?? 0) + amount;
  };
  for (const { item, position, clicked } of places) {
    const rank = rankOf.get(item.id) ?? places.length;
    const [was, now] = [thetaAt(position), thetaAt(places[rank]?.position ?? position)];
    const moved = Math.min(clip, now / was);
    add('examined', moved * was);
    if (!clicked) continue;
    const wanted = Math.min(clip, 1 / was);
    add('clicks', moved);
    add('opened', wanted);
    add('reciprocal', wanted / (rank + 1));
    add('gain', rank < k ? wanted / Math.log2(rank + 2) : 0);
  }
}
