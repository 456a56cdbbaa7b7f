import { MAX_CELLS } from '../limits.js';
import type { ListSum } from './sums.js';

/**
 * How many different contributions speak of these cells, at least. One contribution may speak of several of them, but of
 * one list only, of each cell once, and of `MAX_CELLS` at most: it can never pass for a crowd.
 */
export function contributionsTo(
  cells: readonly (Pick<ListSum, 'contributions'> & Partial<Pick<ListSum, 'list'>>)[],
): number {
  const lists = new Map<string, { most: number; all: number }>();
  for (const { list = '', contributions } of cells) {
    const told = lists.get(list) ?? { most: 0, all: 0 };
    lists.set(list, { most: Math.max(told.most, contributions), all: told.all + contributions });
  }
  return [...lists.values()].reduce((sum, { most, all }) => sum + Math.max(most, Math.ceil(all / MAX_CELLS)), 0);
}
