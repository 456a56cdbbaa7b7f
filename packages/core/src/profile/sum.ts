import { DAY_MS } from '../time.js';
import { OWN } from './decay.js';

/**
 * Fading sums, flat so that ten thousand of them stay small: `[rated, liking₂, confidence₂, liking₃, …]`, a pair for
 * each of the half-lives from the third on; an item's sum has its exposures at the end. `rated` is the confidence that
 * comes from ratings.
 */
export type Sum = number[];

/** A cell of a sum. It always is there: to ask whether it is would box each of the thousands of numbers that a ranking reads. */
export const cellOf = (sum: Readonly<ArrayLike<number>>, cell: number): number => sum[cell] as number;

export function addToSum(sum: Sum, cell: number, amount: number): void {
  sum[cell] = cellOf(sum, cell) + amount;
}

/** Where the pair of a column begins in a sum. */
export const pairAt = (column: number): number => 2 * (column - OWN) + 1;

/** Where an item's exposures are: after all pairs. */
export const exposuresAt = (halfLives: readonly number[]): number => pairAt(halfLives.length);

/** The column that a cell of a sum fades by. */
export const columnAt = (cell: number, halfLives: readonly number[]): number =>
  cell === 0 ? 0 : cell === exposuresAt(halfLives) ? 1 : ((cell - 1) >> 1) + OWN;

/** How much longer than its half-life a column has had, as a factor: 2^((to − from) / half-life). */
export const factor = (fromMs: number, toMs: number, halfLifeDays: number): number =>
  2 ** ((toMs - fromMs) / (halfLifeDays * DAY_MS));

/** The confidence in a sum, as it stands. */
export function confidenceIn(sum: Sum, factors: readonly number[]): number {
  let confidence = 0;
  for (let column = OWN; column < factors.length; column++)
    confidence += cellOf(sum, pairAt(column) + 1) * cellOf(factors, column);
  return confidence;
}
