import type { Cell } from './tally.js';

interface Counted {
  readonly impressions: number;
  readonly clicks: number;
}

/** What both sides say of one position of a list, or of one item at one position of it. */
export interface Compared {
  readonly list: string;
  readonly position: number;
  readonly item?: string;
  readonly csv: Counted;
  readonly served: Counted;
  readonly same: boolean;
}

export interface Comparison {
  /** List × position, in order. */
  readonly positions: readonly Compared[];
  /** List × item × position. */
  readonly cells: readonly Compared[];
  readonly same: boolean;
}

/** Holds what the logs say against what is served. What only one side knows of counts as 0 on the other. */
export function compare(csv: readonly Cell[], served: readonly Cell[]): Comparison {
  const positions = comparedBy(csv, served, ({ list, position }) => ({ list, position })).sort(inOrder);
  const cells = comparedBy(csv, served, ({ list, position, item }) => ({ list, position, item })).sort(inOrder);
  return { positions, cells, same: [...positions, ...cells].every(({ same }) => same) };
}

type Key = Pick<Compared, 'list' | 'position' | 'item'>;

function comparedBy(csv: readonly Cell[], served: readonly Cell[], keyOf: (cell: Cell) => Key): Compared[] {
  const none: Counted = { impressions: 0, clicks: 0 };
  const both = new Map<string, { key: Key; csv: Counted; served: Counted }>();
  const add = (side: 'csv' | 'served', cell: Cell): void => {
    const key = keyOf(cell);
    const name = JSON.stringify(key);
    const entry = both.get(name) ?? { key, csv: none, served: none };
    const { impressions, clicks } = entry[side];
    both.set(name, {
      ...entry,
      [side]: { impressions: impressions + cell.impressions, clicks: clicks + cell.clicks },
    });
  };
  csv.forEach((cell) => add('csv', cell));
  served.forEach((cell) => add('served', cell));
  return [...both.values()].map(({ key, ...sides }) => ({
    ...key,
    ...sides,
    // Both are whole numbers. A sum that is no number is the same as nothing, not even as itself.
    same: sides.csv.impressions === sides.served.impressions && sides.csv.clicks === sides.served.clicks,
  }));
}

const inOrder = (a: Compared, b: Compared): number =>
  a.list.localeCompare(b.list) || a.position - b.position || (a.item ?? '').localeCompare(b.item ?? '');
