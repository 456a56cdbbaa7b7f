import { addToCell, cellAt } from '../cells.js';

type Key = string | number;

/**
 * Values by their keys, the first of them first; what is alike in all stays in its order. Only different keys are compared
 * with one another, and values are dealt out by rank (radix sort): sites have millions of sums, and sorting those would
 * compare names tens of millions of times.
 */
export function sortedBy<T>(values: readonly T[], ...keysOf: readonly ((value: T) => Key)[]): readonly T[] {
  let sorted: readonly T[] = values;
  for (const keyOf of [...keysOf].reverse()) {
    const { ranks, ends } = ranked(sorted, keyOf);
    const next = new Array<T>(sorted.length);
    for (let at = sorted.length - 1; at >= 0; at--) {
      const rank = cellAt(ranks, at);
      const end = cellAt(ends, rank) - 1;
      ends[rank] = end;
      next[end] = sorted[at] as T;
    }
    sorted = next;
  }
  return sorted;
}

/** Values of one key after the other, by key; those of one key stay in their order. */
export function* groupedBy<T, K extends Key>(values: readonly T[], keyOf: (value: T) => K): Generator<[K, T[]]> {
  const sorted = sortedBy(values, keyOf);
  let start = 0;
  for (const [at, value] of sorted.entries()) {
    const [key, next] = [keyOf(value), sorted[at + 1]];
    if (next !== undefined && keyOf(next) === key) continue;
    yield [key, sorted.slice(start, at + 1)];
    start = at + 1;
  }
}

/** By value, the rank of its key; and by rank, where those of that key end. */
function ranked<T>(values: readonly T[], keyOf: (value: T) => Key): { ranks: Int32Array; ends: Int32Array } {
  const keys = new Map<Key, number>(); // and in which place each came
  const places = new Int32Array(values.length);
  values.forEach((value, at) => {
    const key = keyOf(value);
    const place = keys.get(key) ?? keys.size;
    if (place === keys.size) keys.set(key, place);
    places[at] = place;
  });
  const rankOf = new Int32Array(keys.size);
  const inOrder = [...keys.keys()].sort((a, b) => (a < b ? -1 : 1));
  inOrder.forEach((key, rank) => (rankOf[keys.get(key) ?? 0] = rank));
  const ends = new Int32Array(keys.size);
  const ranks = places; // in place: of millions, one column is enough
  places.forEach((place, at) => {
    ranks[at] = cellAt(rankOf, place);
    addToCell(ends, cellAt(rankOf, place), 1);
  });
  ends.forEach((many, rank) => (ends[rank] = many + (rank > 0 ? cellAt(ends, rank - 1) : 0)));
  return { ranks, ends };
}
