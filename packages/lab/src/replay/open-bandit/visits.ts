import { createHash } from 'node:crypto';
import { count, type Contribution, type Counts } from '@penchant/core';
import type { RowSignals } from './rows.js';

export interface VisitOptions {
  readonly site: string;
  /** Rows that one visit saw. */
  readonly visit: number;
  /** The same rows, cut into visits of the same size, have the same ids under the same seed. */
  readonly idSeed: string;
}

/** Takes one log's rows, in their order, for visits of as many rows each, and folds every visit as a device would. */
export function contributionsOf(
  rows: readonly RowSignals[],
  { site, visit, idSeed }: VisitOptions,
): readonly Contribution[] {
  const counts: Counts[] = [];
  for (let start = 0; start < rows.length; start += visit)
    counts.push(...unclipped(rows.slice(start, start + visit), site));
  return counts.map((of, i) => ({ ...of, id: idOf(idSeed, of.family === 'list' ? of.list : '', visit, i) }));
}

/** A device would clip what one visit says too often; here no row may be lost, so such a visit becomes two. */
function unclipped(rows: readonly RowSignals[], site: string): readonly Counts[] {
  const { counts, clipped } = count(rows.flat(), site);
  if (clipped === 0) return counts;
  const half = Math.ceil(rows.length / 2);
  return [rows.slice(0, half), rows.slice(half)].flatMap((part) => unclipped(part, site));
}

/** 128 bits, as hex. On a device they are random; here a second run must be able to repeat them. */
const idOf = (...parts: readonly (string | number)[]): string =>
  createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
