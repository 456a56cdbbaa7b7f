import type { ListCell, ReactionCell } from '../schema/contribution.js';

/** Counts of one list's cell, added up over contributions. */
export interface ListSum extends ListCell {
  readonly list: string;
  /** How many contributions spoke of this cell. */
  readonly contributions: number;
}

/** Reactions to one item, added up over contributions. */
export interface ReactionSum extends ReactionCell {
  readonly contributions: number;
}

/** All that the collector knows of a site. The order of rows has no meaning, and no estimate depends on it. */
export interface Sums {
  readonly lists: readonly ListSum[];
  readonly reactions: readonly ReactionSum[];
}
