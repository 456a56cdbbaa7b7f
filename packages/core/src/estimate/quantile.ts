import { addToCell, cellAt } from '../cells.js';
import { DEVICES, PLACES, type Sum } from '../families.js';
import { BINS, DURATIONS } from '../limits.js';
import type { DwellTable, WatchTable } from '../schema/model.js';
import { contributionsTo } from './released.js';
import { rounded } from './rounded.js';

/** Plays or dwells that a table takes at least: fewer say too little of how such things go. */
const MIN_COUNT = 200;

/** What a table is made of: where in the histogram, how many, and over how many contributions. */
interface Bar {
  readonly bin: number;
  readonly count: number;
  readonly contributions: number;
}

/**
 * How much of what is as long others cover: a table for each bucket of length. Where fewer than 200 plays are known of a
 * bucket, its table is that of the two, four, eight or sixteen buckets around it.
 */
export function watchTables(sums: readonly Sum<'watches'>[], minContributions: number): WatchTable[] {
  const tables: WatchTable[] = [];
  for (let duration = 0; duration < DURATIONS; duration++)
    for (let width = 1; width <= DURATIONS; width *= 2) {
      const from = duration - (duration % width);
      const bars = sums
        .filter((sum) => sum.duration >= from && sum.duration < from + width)
        .map(({ coverage: bin, plays: count, contributions }): Bar => ({ bin, count, contributions }));
      const table = tableOf(bars, minContributions);
      if (!table) continue;
      tables.push({ duration, plays: table.count, below: table.below });
      break;
    }
  return tables;
}

/** How long others stay, on pages and in lists: a table for each kind of device, or for all where little is known of one. */
export function dwellTables(sums: readonly Sum<'dwells'>[], minContributions: number): DwellTable[] {
  return PLACES.flatMap((place) => {
    const there = sums.filter((sum) => sum.place === place);
    const barsOf = (some: readonly Sum<'dwells'>[]): Bar[] =>
      some.map(({ time: bin, dwells: count, contributions }) => ({ bin, count, contributions }));
    const all = tableOf(barsOf(there), minContributions);
    return DEVICES.flatMap((device): DwellTable[] => {
      const table = tableOf(barsOf(there.filter((sum) => sum.device === device)), minContributions) ?? all;
      return table ? [{ place, device, dwells: table.count, below: table.below }] : [];
    });
  });
}

/** The share below the upper end of each bin but the last, if enough is known. */
function tableOf(
  bars: readonly Bar[],
  minContributions: number,
): { readonly count: number; readonly below: number[] } | undefined {
  const bins = new Array<number>(BINS).fill(0);
  for (const { bin, count } of bars) addToCell(bins, bin, count);
  const count = bins.reduce((sum, each) => sum + each, 0);
  if (count < MIN_COUNT || contributionsTo(bars) < minContributions) return undefined;
  let below = 0;
  return { count, below: bins.slice(0, -1).map((_, bin) => rounded((below += cellAt(bins, bin)) / count)) };
}
