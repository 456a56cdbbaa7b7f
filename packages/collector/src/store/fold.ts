import type { Sums } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import { sumsOf, Totals } from './totals.js';

/** What several contributions of one site and epoch come to. */
export interface Folded extends Sums {
  readonly site: string;
  readonly epoch: number;
  readonly contributions: number;
}

/**
 * Adds contributions up before they are written: those that speak of the same cells then cost one write a cell.
 * @throws SumOverflow when a sum would not be exact.
 */
export function fold(group: readonly Contribution[]): Folded[] {
  const parts = new Map<string, { site: string; epoch: number; contributions: number; totals: Totals }>();
  for (const contribution of group) {
    const { site, epoch } = contribution;
    const key = `${epoch} ${site}`;
    const part = parts.get(key) ?? { site, epoch, contributions: 0, totals: new Totals() };
    part.totals.add(sumsOf(contribution));
    part.contributions++;
    parts.set(key, part);
  }
  return [...parts.values()].map(({ totals, ...part }) => ({ ...part, ...totals.sums() }));
}
