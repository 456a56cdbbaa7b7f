import {
  nothingTold,
  OF_SIGNALS,
  retells,
  withoutExcluded,
  type Contribution,
  type Observation,
  type Told,
} from '@penchant/core';
import type { Holdings } from './journal.js';
import { noteIn, type Meta, type Sealed } from './schema.js';

/** How many signals contributions speak of: each adds one to one cell. */
export function countsIn(contributions: readonly Contribution[]): number {
  let sum = 0;
  for (const { cells } of contributions)
    for (const cell of cells as readonly Readonly<Record<string, unknown>>[])
      // of any family: what it lacks is nothing
      for (const name of OF_SIGNALS) sum += Number(cell[name] ?? 0);
  return sum;
}

/** What is remembered of the counting. */
export const toldIn = async (meta: Meta): Promise<Told> =>
  (await noteIn(meta, 'told')) ?? { ...nothingTold, spent: (await noteIn(meta, 'spent')) ?? nothingTold.spent };

/** How many signals wait: those that are in no contribution, and acts whose last word is not in; each by its newest word. */
export const waitingIn = ({ acts }: Told, uncounted: readonly Observation[]): number =>
  new Set<unknown>([...uncounted.map(({ signal }, i) => retells(signal) ?? i), ...acts.map(retells)]).size;

/** What is remembered of the counting without the signals that are excluded; all that are at hand are told. */
export function exclude(told: Told, all: readonly Observation[], fits: (observation: Observation) => boolean): Told {
  const items = new Set(all.filter(fits).map(({ signal }) => signal.item));
  return withoutExcluded(told, (signal) => fits({ signal, item: { id: signal.item } }), items);
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
