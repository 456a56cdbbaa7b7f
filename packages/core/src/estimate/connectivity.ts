import { cellAt } from '../cells.js';
import type { Stratum } from './strata.js';

/**
 * Whether strata join all positions from 1 to `depth`, directly or by way of others: positions that no item was seen at
 * both of cannot be compared.
 */
export function areJoined(strata: readonly Stratum[], depth: number): boolean {
  const root = Array.from({ length: depth + 1 }, (_, position) => position);
  const rootOf = (position: number): number => {
    const above = cellAt(root, position);
    if (above === position) return position;
    const top = rootOf(above);
    root[position] = top;
    return top;
  };
  for (const { places } of strata)
    places.reduce((one, other) => {
      root[rootOf(other.position)] = rootOf(one.position);
      return other;
    });
  return root.slice(1).every((_, k) => rootOf(k + 1) === rootOf(1));
}
