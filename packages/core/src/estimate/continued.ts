import type { Cell } from '../families.js';

/** What a whole contribution tells of one of its cells, each 0 or 1. */
type Told = Readonly<Record<'clicked' | 'below' | 'continued', number>>;

const NEITHER: Told = { clicked: 0, below: 0, continued: 0 };

/**
 * Of each cell of one visit to one list: whether it was `clicked`, whether it stood `below` a click, and whether both, so
 * that the visitor `continued`. The visit's other cells tell, in the collector: no device sends it.
 */
export function continuedIn(cells: readonly Pick<Cell<'lists'>, 'position' | 'clicks'>[]): Told[] {
  let first = Infinity;
  for (const { position, clicks } of cells) if (clicks > 0 && position < first) first = position;
  if (first === Infinity) return cells.map(() => NEITHER);
  return cells.map(({ position, clicks }) => {
    const [clicked, below] = [Number(clicks > 0), Number(position > first)];
    return { clicked, below, continued: clicked * below };
  });
}
