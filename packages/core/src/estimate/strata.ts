import { float64At, int32At, uint8At } from '../cells.js';
import { columnsOf, dealt, rowsOf, rowsWhere, type Columns } from './columns.js';
import { Pieces } from './pieces.js';
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
 * What of a list's cells tells positions apart: strata that were clicked, and seen at two positions or more. Clicks on what
 * was never shown are left out, and so are those beyond one an impression: they tell nothing of a chance.
 */
export function stratify(cells: readonly ListSum[]): Strata {
  const columns = columnsOf(cells);
  return strataOf(columns, rowsOf(cells.length));
}

/** The same of rows of columns, all of one list. */
export function strataOf(columns: Columns, rows: Int32Array): Strata {
  const { ofItem, buckets } = columns;
  const shown = rowsWhere(dealt(rows, buckets), (row) => float64At(columns.impressions, row) > 0); // by bucket, item and position
  const most = shown.length;
  const pieces = new Pieces(most * (3 * 8 + 4 + 2) + 4);
  const [impressions, clicks, totals] = [pieces.float64(most), pieces.float64(most), pieces.float64(most)];
  const [starts, positions, ofBucket] = [pieces.int32(most + 1), pieces.uint8(most), pieces.uint8(most)];
  let [length, end] = [0, 0];
  for (let at = 0; at < most; at++) {
    const row = int32At(shown, at);
    positions[end] = uint8At(columns.positions, row);
    impressions[end] = float64At(columns.impressions, row);
    clicks[end] = float64At(columns.clicks, row);
    totals[length] = float64At(totals, length) + float64At(columns.clicks, row);
    end++;
    const next = shown[at + 1];
    if (next !== undefined && ofItem[next] === ofItem[row] && buckets[next] === buckets[row]) continue;
    const start = int32At(starts, length);
    if (end - start >= 2 && float64At(totals, length) > 0) {
      ofBucket[length++] = uint8At(buckets, row);
      starts[length] = end;
    } else {
      totals[length] = 0;
      end = start; // what tells nothing is written over
    }
  }
  return {
    length,
    starts: starts.subarray(0, length + 1),
    buckets: ofBucket.subarray(0, length),
    clicks: totals.subarray(0, length),
    places: {
      positions: positions.subarray(0, end),
      impressions: impressions.subarray(0, end),
      clicks: clicks.subarray(0, end),
    },
  };
}
