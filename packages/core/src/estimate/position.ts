import { cellAt, float64At, uint8At } from '../cells.js';
import { AUDITED_RANKS, MAX_POSITION } from '../limits.js';
import type { CurveEntry } from '../schema/model.js';
import { cascade, type Cascade } from './cascade.js';
import { columnsOf, rowsOf, rowsWhere, type Columns } from './columns.js';
import { areJoined } from './connectivity.js';
import { fixedEffects, type FixedEffects } from './fixed-effects.js';
import { nonIncreasing } from './isotonic.js';
import { misfit } from './misfit.js';
import { contributionsBy, contributionsTo } from './released.js';
import { rounded } from './rounded.js';
import { shrink, type Shrunk } from './shrink.js';
import { strataOf, type Strata } from './strata.js';
import { agree, isAudited, stratifyByRank } from './swaps.js';
import type { ListSum } from './sums.js';

/** Fewest clicks, in strata seen at two positions or more, that a curve is estimated from. */
export const MIN_CLICKS = 200;
/** Largest standard error of log θ: past it the interval is wider than from 0.4 θ to 2.7 θ. */
const MAX_STANDARD_ERROR = 0.5;
/** Days and visitors differ, so clicks scatter somewhat more than by chance under the right model, too; not twice as much. */
const MAX_DISPERSION = 2;
/** Of a normal distribution, 95 % lies within this many standard deviations. */
const WITHIN_95 = 1.96;

/**
 * A list's position curve from its sums, by fixed effects with strata item × score bucket, so that an order that put
 * better matches on top does not pass for position bias; drawn towards a power law, and made never to rise. With too few
 * clicks, positions that nothing joins, or a standard error over 0.5, it is 1/k^η, and says so. Ends above the first
 * position that fewer than `minContributions` contributions speak of.
 */
export function positionCurve(list: string, cells: readonly ListSum[], minContributions = 1): CurveEntry {
  const columns = columnsOf(cells);
  return curveOf(list, columns, rowsOf(cells.length), minContributions);
}

/** The same of rows of columns, all of the list. */
export function curveOf(list: string, columns: Columns, all: Int32Array, minContributions: number): CurveEntry {
  const { positions, buckets } = columns;
  const audited = rowsWhere(all, (row) => isAudited(uint8At(buckets, row)));
  const natural = rowsWhere(all, (row) => !isAudited(uint8At(buckets, row)));
  const depth = releasedDepth(columns, natural, minContributions);
  const rows = rowsWhere(natural, (row) => uint8At(positions, row) <= depth);
  const strata = strataOf(columns, rows);
  const fitted = fixedEffects(strata, depth);
  const { theta, standardErrors, dispersion, covariance } = fitted;
  const shrunk = shrink(theta.map(Math.log), standardErrors);
  const fallback = whyFallback(strata, depth, fitted);
  const estimated = fallback === undefined;
  const logs = estimated ? ordered(shrunk) : shrunk.logs.map((_, k) => -shrunk.eta * Math.log(k + 1));
  const errors = estimated ? standardErrors : logs.map((_, k) => shrunk.etaError * Math.log(k + 1));
  const bounds = (side: -1 | 1): number[] =>
    logs.map((y, k) => rounded(Math.exp(y + side * WITHIN_95 * cellAt(errors, k))));
  return {
    list,
    theta: logs.map(Math.exp),
    estimated,
    ...(fallback && { fallback }),
    low: bounds(-1),
    high: bounds(1),
    eta: rounded(shrunk.eta),
    dispersion: rounded(dispersion),
    ...(estimated && fitOf(misfit(strata, theta, covariance), fitted, cascade(columns, rows))),
    ...(estimated && auditOf(columns, audited, fitted, minContributions)),
    impressions: totalOver(columns.impressions, rows),
    clicks: totalOver(columns.clicks, rows),
  };
}

function totalOver(counts: Float64Array, rows: Int32Array): number {
  let total = 0;
  for (const row of rows) total += float64At(counts, row);
  return total;
}

/** What keeps a curve from being estimated, if anything does. */
function whyFallback(strata: Strata, depth: number, fitted: FixedEffects): CurveEntry['fallback'] {
  const clicks = strata.clicks.reduce((sum, own) => sum + own, 0);
  if (clicks < MIN_CLICKS) return 'few clicks';
  if (!areJoined(strata, depth)) return 'not joined';
  const isSure = fitted.standardErrors.every((error) => error <= MAX_STANDARD_ERROR);
  return isSure && fitted.theta.every((value) => value > 0) ? undefined : 'not sure';
}

/** Whether the model can be kept: where strata are few, `misfit` has little to go by, but their scatter is plain to see. */
function fitOf(
  ofStrata: number,
  { dispersion, dispersionError }: FixedEffects,
  { distance: ofStops, continued }: Cascade,
): Pick<CurveEntry, 'misfit' | 'fits' | 'continued'> {
  const most = Math.max(MAX_DISPERSION, 1 + 3 * dispersionError);
  const distance = Math.max(ofStrata, ofStops);
  return {
    misfit: rounded(distance),
    fits: distance <= 1 && dispersion <= most,
    ...(continued !== undefined && { continued: rounded(continued) }),
  };
}

/** What lists that were audited by swaps say of the curve, as deep as they say enough. */
function auditOf(
  columns: Columns,
  rows: Int32Array,
  natural: FixedEffects,
  minContributions: number,
): Pick<CurveEntry, 'audited'> {
  const told = Array.from(rows, (row) => ({ contributions: float64At(columns.contributions, row) }));
  if (contributionsTo(told) < minContributions) return {};
  for (let depth = Math.min(natural.theta.length, AUDITED_RANKS); depth >= 2; depth--) {
    const deep = rowsWhere(rows, (row) => uint8At(columns.positions, row) <= depth);
    const strata = stratifyByRank(columns, deep);
    const swapped = fixedEffects(strata, depth);
    if (!whyFallback(strata, depth, swapped)) return { audited: agree(natural, swapped, depth) };
  }
  return {};
}

/** Never rising, and never above position 1: what is fitted below it is cut off there, which is the least-squares fit under both conditions. */
function ordered({ logs, weights }: Shrunk): number[] {
  return [0, ...nonIncreasing(logs.slice(1), weights.slice(1)).map((y) => Math.min(0, y))];
}

/** The deepest position down to which enough contributions speak of every one; at least 1. */
function releasedDepth(columns: Columns, rows: Int32Array, minContributions: number): number {
  const told = contributionsBy(columns.positions, columns, rows);
  let depth = 1;
  while (depth < MAX_POSITION && cellAt(told, depth + 1) >= minContributions) depth++;
  return depth;
}
