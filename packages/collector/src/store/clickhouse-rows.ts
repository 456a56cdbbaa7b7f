import type { Contribution } from '@penchant/core/schema';
import { SHAPES, TABLES } from './tables.js';

/** One string for what makes a contribution the same as another. */
export const identityOf = ({ site, epoch, id }: Pick<Contribution, 'site' | 'epoch' | 'id'>): string =>
  `${id} ${epoch} ${site}`;

/** What only a whole contribution says, and no cell. */
const OF_ALL: readonly string[] = ['list', 'contributions', ...TABLES.flatMap((table) => SHAPES[table].derived)];

/** What cells of any family hold, and whether it is text. */
export const CELL_COLUMNS: ReadonlyMap<string, boolean> = new Map(
  TABLES.flatMap((table) => {
    const { keys, texts, values } = SHAPES[table];
    const own = [...keys, ...values].filter((name) => !OF_ALL.includes(name));
    return own.map((name) => [name, texts.has(name)] as const);
  }),
);

/** A contribution as the one row that holds it. What other families hold is empty, or zero. */
export function rowOf(contribution: Contribution): Readonly<Record<string, unknown>> {
  const { site, epoch, id, family } = contribution;
  const list = family === 'list' ? contribution.list : '';
  const cells: readonly Readonly<Record<string, string | number>>[] = contribution.cells;
  const columns = [...CELL_COLUMNS].map(([name, isText]) => [
    `cells.${name}`,
    cells.map((cell) => String(cell[name] ?? (isText ? '' : 0))), // large numbers get no exponent
  ]);
  return { site, epoch, id, family, list, ...Object.fromEntries(columns) };
}
