import { addToCell, cellAt } from '../cells.js';
import { MAX_BUCKET } from '../limits.js';
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
  const ofItem: (typeof items)[number][] = []; // by place, as the next two: a large catalogue has too many for an object each
  const bucketOf = Uint8Array.from(seen, ({ bucket }) => bucket);
  const exposures = Float64Array.from(seen, ({ list, position, impressions }) => impressions * thetaOf(list, position));
  const buckets = [...new Set(bucketOf)];
  const clicksIn = new Float64Array(MAX_BUCKET + 1); // by bucket, as the next two
  const expectedIn = new Float64Array(MAX_BUCKET + 1);
  const lifts = new Float64Array(MAX_BUCKET + 1).fill(1);
  for (const { item, bucket, impressions, clicks: told } of seen) {
    const clicks = Math.min(told, impressions); // more than one an impression tells nothing of a chance
    let last = items.at(-1);
    if (last?.item !== item) items.push((last = { item, impressions: 0, clicks: 0, expected: 0 }));
    last.impressions += impressions;
    last.clicks += clicks;
    addToCell(clicksIn, bucket, clicks);
    ofItem.push(last);
  }
  for (let round = 0; round < MAX_ROUNDS; round++) {
    for (const item of items) item.expected = 0;
    ofItem.forEach((item, i) => (item.expected += cellAt(exposures, i) * cellAt(lifts, cellAt(bucketOf, i))));
    if (buckets.length < 2) break;
    expectedIn.fill(0);
    ofItem.forEach(({ clicks, expected }, i) =>
      addToCell(expectedIn, cellAt(bucketOf, i), (cellAt(exposures, i) * clicks) / expected),
    );
    const told = buckets.map((bucket) => {
      const [clicks, expected] = [cellAt(clicksIn, bucket), cellAt(expectedIn, bucket)];
      return expected > 0 && clicks > 0 ? clicks / expected : 1;
    });
    const average = Math.exp(told.reduce((sum, lift) => sum + Math.log(lift), 0) / told.length); // or they would drift
    let change = 0;
    buckets.forEach((bucket, b) => {
      const lift = cellAt(told, b) / average;
      change = Math.max(change, Math.abs(Math.log(lift / cellAt(lifts, bucket))));
      lifts[bucket] = lift;
    });
    if (change < TOLERANCE) break;
  }
  return items;
}

const compare = (a: ListSum, b: ListSum): number =>
  byText(a.item, b.item) || byText(a.list, b.list) || a.position - b.position || a.bucket - b.bucket;
