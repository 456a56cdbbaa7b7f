import { cellAt, float64At, int32At } from '../cells.js';
import { MAX_CELLS } from '../limits.js';
import type { Columns } from './columns.js';

/**
 * How many different contributions speak of some cells, at least: of one of them `most` do, and of all of them together
 * `all`. One contribution may speak of several, but of each cell once, and of `MAX_CELLS` at most: it can never pass for a crowd.
 */
const atLeast = (most: number, all: number): number => Math.max(most, Math.ceil(all / MAX_CELLS));

/** How many contributions speak of these cells of one kind, at least. */
export function contributionsTo(cells: readonly { readonly contributions: number }[]): number {
  const [most, all] = cells.reduce(
    ([highest, sum], { contributions }) => [Math.max(highest, contributions), sum + contributions],
    [0, 0],
  );
  return atLeast(most, all);
}

/**
 * How many contributions speak of each key, at least, by what keys the rows have; rows of one list come together, and no
 * contribution speaks of two.
 */
export function contributionsBy(keys: Int32Array | Uint8Array, columns: Columns, rows: Int32Array): Float64Array {
  let size = 0;
  for (const row of rows) size = Math.max(size, cellAt(keys, row) + 1);
  const [told, most, all] = [new Float64Array(size), new Float64Array(size), new Float64Array(size)];
  let start = 0;
  for (let end = 1; end <= rows.length; end++) {
    if (end < rows.length && columns.ofList[int32At(rows, end)] === columns.ofList[int32At(rows, start)]) continue;
    for (let at = start; at < end; at++) {
      const row = int32At(rows, at);
      const key = cellAt(keys, row);
      const contributions = float64At(columns.contributions, row);
      if (contributions > float64At(most, key)) most[key] = contributions;
      all[key] = float64At(all, key) + contributions;
    }
    for (let at = start; at < end; at++) {
      const key = cellAt(keys, int32At(rows, at));
      told[key] = float64At(told, key) + atLeast(float64At(most, key), float64At(all, key)); // once: nothing is left of it then
      most[key] = all[key] = 0;
    }
    start = end;
  }
  return told;
}
