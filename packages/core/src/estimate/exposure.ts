import { addToCell, cellAt } from '../cells.js';
import { sortedBy } from './sorted-by.js';
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
  const { items, clicksOfBuckets, exposures, ofItem, ofBucket } = placesOf(cells, thetaOf);
  const expected = new Float64Array(items.length);
  const expectedOfBuckets = new Float64Array(clicksOfBuckets.length);
  let lifts = clicksOfBuckets.map(() => 1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    expected.fill(0);
    exposures.forEach((exposure, at) =>
      addToCell(expected, cellAt(ofItem, at), exposure * cellAt(lifts, cellAt(ofBucket, at))),
    );
    if (lifts.length < 2) break;
    expectedOfBuckets.fill(0);
    exposures.forEach((exposure, at) => {
      const item = cellAt(ofItem, at);
      const clicks = exposure * (items[item]?.clicks ?? 0);
      addToCell(expectedOfBuckets, cellAt(ofBucket, at), clicks / cellAt(expected, item));
    });
    const found = clicksOfBuckets.map((clicks, b) => {
      const told = cellAt(expectedOfBuckets, b);
      return told > 0 && clicks > 0 ? clicks / told : 1;
    });
    const average = Math.exp(found.reduce((sum, lift) => sum + Math.log(lift), 0) / found.length); // or they would drift
    const moved = found.map((lift) => lift / average);
    const change = moved.reduce((most, lift, b) => Math.max(most, Math.abs(Math.log(lift / cellAt(lifts, b)))), 0);
    lifts = moved;
    if (change < TOLERANCE) break;
  }
  items.forEach((item, i) => (item.expected = cellAt(expected, i)));
  return items;
}

/** What was shown where, in columns, for sites have millions of places: by place, its exposure without lifts, its item, and its bucket. */
interface Places {
  readonly items: (Exposed & { expected: number })[];
  readonly clicksOfBuckets: readonly number[];
  readonly exposures: Float64Array;
  readonly ofItem: Int32Array;
  readonly ofBucket: Uint8Array;
}

function placesOf(cells: readonly ListSum[], thetaOf: ThetaOf): Places {
  const shown = cells.filter(({ impressions }) => impressions > 0);
  const seen = sortedBy(
    shown,
    ({ item }) => item,
    ({ list }) => list,
    ({ position }) => position,
    ({ bucket }) => bucket,
  );
  const items: { readonly item: string; impressions: number; clicks: number; expected: number }[] = [];
  const buckets = new Map<number, number>();
  const clicksOfBuckets: number[] = [];
  const exposures = new Float64Array(seen.length);
  const [ofItem, ofBucket] = [new Int32Array(seen.length), new Uint8Array(seen.length)];
  seen.forEach(({ item, bucket, list, position, impressions, clicks: told }, at) => {
    const clicks = Math.min(told, impressions); // more than one an impression tells nothing of a chance
    let own = items.at(-1);
    if (own?.item !== item) items.push((own = { item, impressions: 0, clicks: 0, expected: 0 }));
    own.impressions += impressions;
    own.clicks += clicks;
    const b = buckets.get(bucket) ?? buckets.size;
    buckets.set(bucket, b);
    clicksOfBuckets[b] = (clicksOfBuckets[b] ?? 0) + clicks;
    exposures[at] = impressions * thetaOf(list, position);
    ofItem[at] = items.length - 1;
    ofBucket[at] = b;
  });
  return { items, clicksOfBuckets, exposures, ofItem, ofBucket };
}
