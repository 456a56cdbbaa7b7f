import type { PairSum } from '@penchant/core/estimate';
import { shuffle } from '../shuffle.js';
import type { Rating } from './movietweetings.js';

/** A user of whom the model knows nothing: what they rated first is their history, and what came then is to be found. */
export interface HeldOut {
  readonly past: readonly Rating[];
  readonly future: ReadonlySet<string>;
}

/** Users to learn from, and users to try it on. */
export interface Split {
  readonly learnt: readonly (readonly Rating[])[];
  readonly heldOut: readonly HeldOut[];
}

/** A share of the users, by chance, each split in the order of time: the last share of their ratings is to be found. */
export function split(ratings: readonly Rating[], share: number, seed: number): Split {
  const byUser = new Map<string, Rating[]>();
  for (const rating of ratings) {
    const own = byUser.get(rating.user);
    if (own) own.push(rating);
    else byUser.set(rating.user, [rating]);
  }
  const histories = shuffle([...byUser.values()], seed);
  const many = Math.floor(histories.length * share);
  const heldOut = histories.slice(0, many).map((history) => {
    const inTime = [...history].sort((a, b) => a.timestamp - b.timestamp);
    const cut = inTime.length - Math.max(1, Math.round(inTime.length * share));
    return { past: inTime.slice(0, cut), future: new Set(inTime.slice(cut).map(({ item }) => item)) };
  });
  return { learnt: histories.slice(many), heldOut };
}

/** On how many devices two items, or one, were rated or bought, as devices would say it: each pair once. */
export function pairSums(histories: readonly (readonly { readonly item: string }[])[]): PairSum[] {
  const sums = new Map<string, { item: string; other: string; devices: number }>();
  for (const history of histories) {
    const items = [...new Set(history.map(({ item }) => item))].sort();
    items.forEach((item, i) => {
      for (const other of items.slice(i)) {
        const key = `${item} ${other}`;
        const sum = sums.get(key);
        if (sum) sum.devices++;
        else sums.set(key, { item, other, devices: 1 });
      }
    });
  }
  return [...sums.values()];
}
