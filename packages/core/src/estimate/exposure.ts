import { cellAt, float64At, int32At, uint8At } from '../cells.js';
import { dealt, rowsOf, rowsWhere, type Columns } from './columns.js';
import { Pieces } from './pieces.js';

/** Items that were shown, in columns: their impressions and clicks, and the clicks that its exposure would give each if its attraction were 1. */
export interface Exposed {
  readonly length: number;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
  readonly expected: Float64Array;
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
 * and the geometric mean of m is 1. `ofItem` says which of the columns' items each is.
 */
export function exposed(columns: Columns, thetaOf: ThetaOf): Exposed & { readonly ofItem: Int32Array } {
  const { items, clicksOfBuckets, exposures, ofPlace, ofBucket } = placesOf(columns, thetaOf);
  const { clicks: clicksOf, expected } = items;
  const expectedOfBuckets = new Float64Array(clicksOfBuckets.length);
  let lifts = new Float64Array(clicksOfBuckets.length).fill(1);
  for (let round = 0; round < MAX_ROUNDS; round++) {
    expected.fill(0);
    for (let at = 0; at < exposures.length; at++) {
      const item = int32At(ofPlace, at);
      expected[item] = float64At(expected, item) + float64At(exposures, at) * float64At(lifts, uint8At(ofBucket, at));
    }
    if (lifts.length < 2) break;
    expectedOfBuckets.fill(0);
    for (let at = 0; at < exposures.length; at++) {
      const [item, bucket] = [int32At(ofPlace, at), uint8At(ofBucket, at)];
      const clicks = float64At(exposures, at) * float64At(clicksOf, item);
      expectedOfBuckets[bucket] = float64At(expectedOfBuckets, bucket) + clicks / float64At(expected, item);
    }
    const found = expectedOfBuckets.map((told, b) => {
      const clicks = cellAt(clicksOfBuckets, b);
      return told > 0 && clicks > 0 ? clicks / told : 1;
    });
    const average = Math.exp(found.reduce((sum, lift) => sum + Math.log(lift), 0) / found.length); // or they would drift
    const moved = found.map((lift) => lift / average);
    const change = moved.reduce((most, lift, b) => Math.max(most, Math.abs(Math.log(lift / float64At(lifts, b)))), 0);
    lifts = moved;
    if (change < TOLERANCE) break;
  }
  return items;
}

/** What was shown where, item by item: by place, its exposure without lifts, which of the items it is of, and its bucket. */
interface Places {
  /** What they are exposed to is yet to be added up. */
  readonly items: Exposed & { readonly ofItem: Int32Array };
  readonly clicksOfBuckets: readonly number[];
  readonly exposures: Float64Array;
  readonly ofPlace: Int32Array;
  readonly ofBucket: Uint8Array;
}

function placesOf(columns: Columns, thetaOf: ThetaOf): Places {
  const shown = rowsWhere(
    dealt(rowsOf(columns.length), columns.ofItem),
    (row) => float64At(columns.impressions, row) > 0,
  );
  const { length: places } = shown;
  const most = columns.items.length;
  const pieces = new Pieces(places * (8 + 4 + 1) + most * (3 * 8 + 4));
  const exposures = pieces.float64(places);
  const [impressions, clicks, expected] = [pieces.float64(most), pieces.float64(most), pieces.float64(most)];
  const [ofPlace, ofItem, ofBucket] = [pieces.int32(places), pieces.int32(most), pieces.uint8(places)];
  const buckets = new Map<number, number>();
  const clicksOfBuckets: number[] = [];
  let last = -1;
  for (let at = 0; at < places; at++) {
    const row = int32At(shown, at);
    if (last < 0 || ofItem[last] !== columns.ofItem[row]) ofItem[++last] = int32At(columns.ofItem, row);
    impressions[last] = float64At(impressions, last) + float64At(columns.impressions, row);
    clicks[last] = float64At(clicks, last) + float64At(columns.clicks, row);
    const bucket = uint8At(columns.buckets, row);
    const b = buckets.get(bucket) ?? buckets.size;
    buckets.set(bucket, b);
    clicksOfBuckets[b] = cellAt(clicksOfBuckets, b) + float64At(columns.clicks, row);
    const list = columns.lists[int32At(columns.ofList, row)] ?? '';
    exposures[at] = float64At(columns.impressions, row) * thetaOf(list, uint8At(columns.positions, row));
    ofPlace[at] = last;
    ofBucket[at] = b;
  }
  const length = last + 1;
  const items = {
    length,
    ofItem: ofItem.subarray(0, length),
    impressions: impressions.subarray(0, length),
    clicks: clicks.subarray(0, length),
    expected: expected.subarray(0, length),
  };
  return { items, clicksOfBuckets, exposures, ofPlace, ofBucket };
}
