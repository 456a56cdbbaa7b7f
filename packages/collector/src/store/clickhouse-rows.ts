import type { Contribution, ListCell, ReactionCell } from '@penchant/core/schema';

/** One string for what makes a contribution the same as another. */
export const identityOf = ({ site, epoch, id }: Pick<Contribution, 'site' | 'epoch' | 'id'>): string =>
  `${id} ${epoch} ${site}`;

type Cell = ListCell & ReactionCell;

const NO_LIST_CELL = { position: 0, bucket: 0, impressions: 0, clicks: 0 };
const NO_REACTION_CELL = { likes: 0, dislikes: 0 };

/** A contribution as the one row that holds it. */
export function rowOf(contribution: Contribution): Readonly<Record<string, unknown>> {
  const { site, epoch, id, family } = contribution;
  const list = family === 'list' ? contribution.list : '';
  const cells: Cell[] =
    family === 'list'
      ? contribution.cells.map((cell) => ({ ...cell, ...NO_REACTION_CELL }))
      : contribution.cells.map((cell) => ({ ...NO_LIST_CELL, ...cell }));
  const column = (name: keyof Cell): string[] => cells.map((cell) => String(cell[name])); // large numbers get no exponent
  return {
    site,
    epoch,
    id,
    family,
    list,
    ...Object.fromEntries(COLUMNS.map((name) => [`cells.${name}`, column(name)])),
  };
}

const COLUMNS = ['item', 'position', 'bucket', 'impressions', 'clicks', 'likes', 'dislikes'] as const;
