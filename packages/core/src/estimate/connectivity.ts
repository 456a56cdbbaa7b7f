import { cellAt } from '../cells.js';
import type { Strata } from './strata.js';

/**
 * Whether strata join all positions from 1 to `depth`, directly or by way of others: positions that no item was seen at
 * both of cannot be compared.
 */
export function areJoined({ length, starts, places: { positions } }: Strata, depth: number): boolean {
  const root = Array.from({ length: depth + 1 }, (_, position) => position);
  const rootOf = (position: number): number => {
    const above = cellAt(root, position);
    if (above === position) return position;
    const top = rootOf(above);
    root[position] = top;
    return top;
  };
  for (let i = 0; i < length; i++) {
    const start = cellAt(starts, i);
    for (let at = start + 1; at < cellAt(starts, i + 1); at++)
      root[rootOf(cellAt(positions, at))] = rootOf(cellAt(positions, start));
  }
  return root.slice(1).every((_, k) => rootOf(k + 1) === rootOf(1));
}
