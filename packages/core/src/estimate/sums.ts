import type { Sum, Table } from '../families.js';

/** Counts of one list's cell, added up over contributions. */
export type ListSum = Sum<'lists'>;

/** Reactions to one item, added up over contributions. */
export type ReactionSum = Sum<'reactions'>;

/** All that the collector knows of a site. The order of rows has no meaning, and no estimate depends on it. */
export type Sums = { readonly [T in Table]: readonly Sum<T>[] };

/** Every family's sums, by a function of its name. */
export const sumsOfEach = (rows: <T extends Table>(table: T) => readonly Sum<T>[]): Sums => ({
  lists: rows('lists'),
  reactions: rows('reactions'),
  losses: rows('losses'),
  watches: rows('watches'),
  dwells: rows('dwells'),
  pairs: rows('pairs'),
  purchases: rows('purchases'),
});

/** The sums of a site that nobody visited. */
export const noSums: Sums = sumsOfEach(() => []);
