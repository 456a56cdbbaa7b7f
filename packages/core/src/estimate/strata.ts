import { groupedBy, sortedBy } from './sorted-by.js';
import type { ListSum } from './sums.js';

/**
 * Strata, one item in one score bucket each: what makes two positions comparable. In columns, for sites have millions of places: stratum i has
 * the places from `starts[i]` up to `starts[i + 1]`, from the top.
 */
export interface Strata {
  readonly length: number;
  readonly starts: Int32Array;
  readonly buckets: Uint8Array;
  readonly clicks: Float64Array;
  readonly places: Places;
}

/** What happened where. Positions count from 1. */
export interface Places {
  readonly positions: Uint8Array;
  readonly impressions: Float64Array;
  readonly clicks: Float64Array;
}

/**
 * What of a list's cells tells positions apart: strata that were clicked, and seen at two positions or more; in an order of
 * their own, for sums of fractions depend on their order. Clicks on what was never shown are left out, and so are those
 * beyond one an impression: they tell nothing of a chance.
 */
export function stratify(cells: readonly ListSum[]): Strata {
  const [starts, buckets, totals] = [[0], new Array<number>(), new Array<number>()];
  const [positions, impressions, clicks] = [new Array<number>(), new Array<number>(), new Array<number>()];
  const shown = cells.filter((cell) => cell.impressions > 0);
  const fromTheTop = sortedBy(shown, ({ position }) => position);
  for (const [bucket, ofBucket] of groupedBy(fromTheTop, (cell) => String(cell.bucket)))
    for (const [, stratum] of groupedBy(ofBucket, ({ item }) => item)) {
      const total = stratum.reduce((sum, cell) => sum + clicksOf(cell), 0);
      if (stratum.length < 2 || total === 0) continue;
      for (const cell of stratum) {
        positions.push(cell.position);
        impressions.push(cell.impressions);
        clicks.push(clicksOf(cell));
      }
      starts.push(positions.length);
      buckets.push(Number(bucket));
      totals.push(total);
    }
  return {
    length: totals.length,
    starts: Int32Array.from(starts),
    buckets: Uint8Array.from(buckets),
    clicks: Float64Array.from(totals),
    places: {
      positions: Uint8Array.from(positions),
      impressions: Float64Array.from(impressions),
      clicks: Float64Array.from(clicks),
    },
  };
}

const clicksOf = ({ clicks, impressions }: ListSum): number => Math.min(clicks, impressions);
