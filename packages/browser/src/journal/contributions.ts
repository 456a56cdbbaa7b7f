import type { Contribution } from '@penchant/core';
import type { Holdings } from './journal.js';
import type { Sealed } from './schema.js';

/** How many signals contributions speak of: each adds one to one cell. */
export function countsIn(contributions: readonly Contribution[]): number {
  let sum = 0;
  for (const { cells } of contributions)
    for (const cell of cells) sum += 'likes' in cell ? cell.likes + cell.dislikes : cell.impressions + cell.clicks;
  return sum;
}

/** What became of contributions, and of the signals in them; the `acknowledged` ones are not at hand any more. */
export function holdingsOf(
  all: readonly Sealed[],
  acknowledged: number,
): Pick<Holdings, 'sealed' | 'refused' | 'counted'> {
  const refused = all.flatMap((sealed) => sealed.refused ?? []);
  const within = (some: readonly Sealed[]): number => countsIn(some.map(({ contribution }) => contribution));
  const inRefused = within(all.filter((sealed) => sealed.refused !== undefined));
  return {
    sealed: all.length - refused.length,
    refused,
    counted: { sealed: within(all) - inRefused, refused: inRefused, acknowledged },
  };
}
