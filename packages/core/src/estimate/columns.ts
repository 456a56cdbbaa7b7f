import { Pieces } from './pieces.js';
import type { ListSum } from './sums.js';

/**
 * Sums of lists, ordered by list, item, position and bucket: whatever order they came in, sums of fractions come out the
 * same. In columns, for sites have tens of millions of sums, and objects are as many places in memory to wait for.
 */
export interface Columns {
  readonly length: number;
  /** The different lists, in order. */
  readonly lists: readonly string[];
  /** The different items, in order. */
  readonly items: readonly string[];
  /** Of each sum, which of the lists it is of. */
  readonly ofList: Int32Array;
  /** Of each sum, which of the items it is of. */
  readonly ofItem: Int32Array;
  readonly positions: Uint8Array;
  readonly buckets: Uint8Array;
  readonly impressions: Float64Array;
  /** At most as many as there are impressions: more tell nothing of a chance. */
  readonly clicks: Float64Array;
  readonly contributions: Float64Array;
  readonly clicked: Float64Array;
  readonly below: Float64Array;
  readonly continued: Float64Array;
}

/** Sums as columns. */
export function columnsOf(sums: readonly ListSum[]): Columns {
  const { length } = sums;
  const told = columnsFor(length); // as they come
  const lists = ranked(sums, ({ list }) => list, told.ofList);
  const items = ranked(sums, ({ item }) => item, told.ofItem);
  for (let at = 0; at < length; at++) {
    told.positions[at] = sums[at]?.position ?? 0;
    told.buckets[at] = sums[at]?.bucket ?? 0;
    told.impressions[at] = sums[at]?.impressions ?? 0;
    told.clicks[at] = Math.min(sums[at]?.clicks ?? 0, sums[at]?.impressions ?? 0);
    told.contributions[at] = sums[at]?.contributions ?? 0;
    told.clicked[at] = sums[at]?.clicked ?? 0;
    told.below[at] = sums[at]?.below ?? 0;
    told.continued[at] = sums[at]?.continued ?? 0;
  }
  const asTheyCome = rowsOf(length);
  const order = [told.buckets, told.positions, told.ofItem, told.ofList].reduce(dealt, asTheyCome);
  if (order === asTheyCome) return { length, lists, items, ...told };
  const ordered = columnsFor(length);
  for (let at = 0; at < length; at++) {
    const from = order[at] ?? 0;
    ordered.ofList[at] = told.ofList[from] ?? 0;
    ordered.ofItem[at] = told.ofItem[from] ?? 0;
    ordered.positions[at] = told.positions[from] ?? 0;
    ordered.buckets[at] = told.buckets[from] ?? 0;
    ordered.impressions[at] = told.impressions[from] ?? 0;
    ordered.clicks[at] = told.clicks[from] ?? 0;
    ordered.contributions[at] = told.contributions[from] ?? 0;
    ordered.clicked[at] = told.clicked[from] ?? 0;
    ordered.below[at] = told.below[from] ?? 0;
    ordered.continued[at] = told.continued[from] ?? 0;
  }
  return { length, lists, items, ...ordered };
}

/** Columns of zeros. */
function columnsFor(length: number): Omit<Columns, 'length' | 'lists' | 'items'> {
  const pieces = new Pieces(length * (6 * 8 + 2 * 4 + 2));
  return {
    impressions: pieces.float64(length),
    clicks: pieces.float64(length),
    contributions: pieces.float64(length),
    clicked: pieces.float64(length),
    below: pieces.float64(length),
    continued: pieces.float64(length),
    ofList: pieces.int32(length),
    ofItem: pieces.int32(length),
    positions: pieces.uint8(length),
    buckets: pieces.uint8(length),
  };
}

/** The different keys in order; and into `ranks`, of each value which of them is its own. Only different keys are compared with one another. */
function ranked<T>(values: readonly T[], keyOf: (value: T) => string, ranks: Int32Array): string[] {
  const places = new Map<string, number>(); // in which each key came
  values.forEach((value, at) => {
    const key = keyOf(value);
    const place = places.get(key) ?? places.size;
    if (place === places.size) places.set(key, place);
    ranks[at] = place;
  });
  const keys = [...places.keys()].sort((a, b) => (a < b ? -1 : 1));
  const rankOf = new Int32Array(keys.length);
  keys.forEach((key, rank) => (rankOf[places.get(key) ?? 0] = rank));
  for (let at = 0; at < ranks.length; at++) ranks[at] = rankOf[ranks[at] ?? 0] ?? 0;
  return keys;
}

/** All rows of columns. */
export function rowsOf(length: number): Int32Array {
  const rows = new Int32Array(length);
  for (let row = 0; row < length; row++) rows[row] = row;
  return rows;
}

/** Those rows of which it is true, in their order. (What `filter` makes of a typed array is a list of objects first.) */
export function rowsWhere(rows: Int32Array, isKept: (row: number) => boolean): Int32Array {
  let length = 0;
  for (const row of rows) if (isKept(row)) length++;
  if (length === rows.length) return rows;
  const kept = new Int32Array(length);
  let at = 0;
  for (const row of rows) if (isKept(row)) kept[at++] = row;
  return kept;
}

/** Rows in some order, dealt out by rank: those of one rank stay in that order (counting sort). Stores often give them in order already. */
export function dealt(order: Int32Array, ranks: Int32Array | Uint8Array): Int32Array {
  let most = 0;
  for (const rank of ranks) if (rank > most) most = rank;
  const ends = new Int32Array(most + 1);
  let [last, isInOrder] = [0, true];
  for (const from of order) {
    const rank = ranks[from] ?? 0;
    ends[rank] = (ends[rank] ?? 0) + 1;
    if (rank < last) isInOrder = false;
    last = rank;
  }
  if (isInOrder) return order;
  for (let rank = 1; rank < ends.length; rank++) ends[rank] = (ends[rank] ?? 0) + (ends[rank - 1] ?? 0);
  const next = new Int32Array(order.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const from = order[at] ?? 0;
    const rank = ranks[from] ?? 0;
    const end = (ends[rank] ?? 0) - 1;
    ends[rank] = end;
    next[end] = from;
  }
  return next;
}

/** Each list with those of all rows that are its own. */
export function* byList(
  { length, lists, ofList }: Columns,
  all: Int32Array,
): Generator<[list: string, rows: Int32Array]> {
  let start = 0;
  for (let end = 1; end <= length; end++) {
    if (end < length && ofList[end] === ofList[start]) continue;
    yield [lists[ofList[start] ?? 0] ?? '', all.subarray(start, end)];
    start = end;
  }
}
