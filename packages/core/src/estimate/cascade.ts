import { float64At, uint8At } from '../cells.js';
import type { Columns } from './columns.js';

/** Of a standard normal distribution, 1 % lies above this. */
const CRITICAL = 2.326;
/** Fewer missing clicks bend no curve by more than this, and are not told, however sure they are: a share of those below position 1. */
const NEGLIGIBLE = 0.05;

/** Whether visitors stop at their first click. */
export interface Cascade {
  /** Clicks below a click, over those that there would be if the two had nothing to do with one another; `undefined` where there would be none. */
  readonly continued: number | undefined;
  /** By how much clicks are missing there, over what chance alone reaches once in a hundred times. */
  readonly distance: number;
}

/**
 * Whether clicks stop at the first, as when visitors look from the top down until they find something (cascade, Craswell et
 * al. 2008). Where each position is examined with a chance of its own, what was clicked above changes nothing: of the visits
 * that saw an item at one position, those in which something above it was clicked hold their share of its clicks (Mantel and
 * Haenszel 1959). Only what is missing counts: visitors who click more than others click below their clicks, too, and that
 * bends no curve.
 */
export function cascade(columns: Columns, rows: Int32Array): Cascade {
  let [expected, found, variance, deeper] = [0, 0, 0, 0];
  for (const row of rows) {
    const n = float64At(columns.contributions, row);
    const clicked = float64At(columns.clicked, row);
    const below = float64At(columns.below, row);
    if (uint8At(columns.positions, row) > 1) deeper += clicked;
    if (n < 2 || clicked === 0 || below === 0) continue;
    expected += (clicked * below) / n;
    found += float64At(columns.continued, row);
    variance += (clicked * (n - clicked) * below * (n - below)) / (n * n * (n - 1));
  }
  if (expected === 0) return { continued: undefined, distance: 0 };
  const missing = expected - found - NEGLIGIBLE * deeper;
  const distance = variance > 0 && missing > 0 ? missing / Math.sqrt(variance) / CRITICAL : 0;
  return { continued: found / expected, distance };
}
