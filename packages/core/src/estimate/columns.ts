import { cellAt, int32At, uint8At } from '../cells.js';
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
  const asTheyCome = new Pieces(length * (4 * 4 + 2));
  const [ofList, ofItem] = [asTheyCome.int32(length), asTheyCome.int32(length)];
  const [first, second] = [asTheyCome.int32(length), asTheyCome.int32(length)];
  const [positions, buckets] = [asTheyCome.uint8(length), asTheyCome.uint8(length)];
  const lists = ranked(sums, ({ list }) => list, ofList);
  const items = ranked(sums, ({ item }) => item, ofItem);
  sums.forEach(({ position, bucket }, at) => {
    first[at] = at;
    positions[at] = position;
    buckets[at] = bucket;
  });
  let order = first;
  for (const ranks of [buckets, positions, ofItem, ofList])
    order = dealt(order, ranks, order === first ? second : first);

  const pieces = new Pieces(length * (6 * 8 + 2 * 4 + 2));
  const columns = {
    length,
    lists,
    items,
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
  for (let row = 0; row < length; row++) {
    const from = int32At(order, row);
    const sum = sums[from];
    if (!sum) continue; // there is one of each
    columns.impressions[row] = sum.impressions;
    columns.clicks[row] = Math.min(sum.clicks, sum.impressions);
    columns.contributions[row] = sum.contributions;
    columns.clicked[row] = sum.clicked ?? 0;
    columns.below[row] = sum.below ?? 0;
    columns.continued[row] = sum.continued ?? 0;
    columns.ofList[row] = int32At(ofList, from);
    columns.ofItem[row] = int32At(ofItem, from);
    columns.positions[row] = uint8At(positions, from);
    columns.buckets[row] = uint8At(buckets, from);
  }
  return columns;
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
  for (let at = 0; at < ranks.length; at++) ranks[at] = int32At(rankOf, cellAt(ranks, at));
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

/** Rows in some order, dealt out by rank, into `memory` if it is given: those of one rank stay in that order (counting sort). Rows that are in order already, as stores often give them, are given back. */
export function dealt(order: Int32Array, ranks: Int32Array | Uint8Array, memory?: Int32Array): Int32Array {
  let most = 0;
  for (const from of order) most = Math.max(most, cellAt(ranks, from)); // of these rows alone: a site may have many lists
  const ends = new Int32Array(most + 1);
  let [last, isInOrder] = [0, true];
  for (const from of order) {
    const rank = cellAt(ranks, from);
    ends[rank] = int32At(ends, rank) + 1;
    if (rank < last) isInOrder = false;
    last = rank;
  }
  if (isInOrder) return order;
  for (let rank = 1; rank < ends.length; rank++) ends[rank] = int32At(ends, rank) + int32At(ends, rank - 1);
  const next = memory ?? new Int32Array(order.length);
  for (let at = order.length - 1; at >= 0; at--) {
    const from = int32At(order, at);
    const rank = cellAt(ranks, from);
    const end = int32At(ends, rank) - 1;
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
    yield [lists[int32At(ofList, start)] ?? '', all.subarray(start, end)];
    start = end;
  }
}
