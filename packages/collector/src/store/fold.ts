import type { Table } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import type { Row } from './tables.js';
import { Totals } from './totals.js';

/** What several contributions of one site and epoch come to. */
export interface Folded {
  readonly site: string;
  readonly epoch: number;
  readonly contributions: number;
  rows(table: Table): readonly Row[];
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
    part.totals.addOne(contribution);
    part.contributions++;
    parts.set(key, part);
  }
  return [...parts.values()].map(({ totals, ...part }) => ({ ...part, rows: (table) => totals.rows(table) }));
}
