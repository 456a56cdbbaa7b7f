import { cellAt } from '../cells.js';
import { byText } from './order.js';
import type { ListSum } from './sums.js';

/** An item's impressions and clicks, and the clicks that its exposure would give an item of attraction 1. */
export interface Exposed {
  readonly item: string;
  readonly impressions: number;
  readonly clicks: number;
  readonly expected: number;
}

/** How likely a position is examined, relative to position 1 of the list: the curve that is served. Above 0. */
export type ThetaOf = (list: string, position: number) => number;

const TOLERANCE = 1e-9;
const MAX_ROUNDS = 200;

/**
 * Every item's exposure, Σ n_ik θ_k m_b. What a score bucket b multiplies chances by is told from all items in it: a
 * personal order shows an item to those who like it, and their clicks say less of its quality. Alternately
 *
 *     γ_i = C_i / Σ n m_b θ_k,   m_b = C_b / Σ n γ_i θ_k
 *
 * and the geometric mean of m is 1. In an order of their own: sums of fractions depend on their order.
 */
export function exposed(cells: readonly ListSum[], thetaOf: ThetaOf): Exposed[] {
  const seen = cells.filter(({ impressions }) => impressions > 0).sort(compare);
  const items: { item: string; impressions: number; clicks: number; expected: number }[] = [];
  const buckets = new Map<number, { clicks: number; expected: number; lift: number }>();
  const places = seen.map(({ item, bucket, list, position, impressions, clicks: told }) => {
    const clicks = Math.min(told, impressions); // more than one an impression tells nothing of a chance
    let ofItem = items.at(-1);
    if (ofItem?.item !== item) items.push((ofItem = { item, impressions: 0, clicks: 0, expected: 0 }));
    const ofBucket = getOrSet(buckets, bucket, () => ({ clicks: 0, expected: 0, lift: 1 }));
    ofItem.impressions += impressions;
    ofItem.clicks += clicks;
    ofBucket.clicks += clicks;
    return { ofItem, ofBucket, exposure: impressions * thetaOf(list, position) };
  });
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const item of items) item.expected = 0;
    for (const { ofItem, ofBucket, exposure } of places) ofItem.expected += exposure * ofBucket.lift;
    if (buckets.size < 2) break;
    for (const bucket of buckets.values()) bucket.expected = 0;
    for (const { ofItem, ofBucket, exposure } of places)
      ofBucket.expected += (exposure * ofItem.clicks) / ofItem.expected;
    const lifts = [...buckets.values()].map(({ clicks, expected }) =>
      expected > 0 && clicks > 0 ? clicks / expected : 1,
    );
    const average = Math.exp(lifts.reduce((sum, lift) => sum + Math.log(lift), 0) / lifts.length); // or they would drift
    let change = 0;
    [...buckets.values()].forEach((bucket, b) => {
      const lift = cellAt(lifts, b) / average;
      change = Math.max(change, Math.abs(Math.log(lift / bucket.lift)));
      bucket.lift = lift;
    });
    if (change < TOLERANCE) break;
  }
  return items;
}

const compare = (a: ListSum, b: ListSum): number =>
  byText(a.item, b.item) || byText(a.list, b.list) || a.position - b.position || a.bucket - b.bucket;

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
