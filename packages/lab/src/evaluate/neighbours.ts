import { neighbours, type PairSum } from '@penchant/core/estimate';
import { ndcg } from '../simulate/agreement.js';
import { core, type Rating } from './movietweetings.js';
import { pairSums, split, type HeldOut } from './held-out.js';

/** How one way of scoring does, beside the figure of an independent prototype. */
export interface Scored {
  readonly way: string;
  readonly ndcg: number;
  readonly target: number;
}

export interface Evaluated {
  readonly users: number;
  readonly items: number;
  readonly heldOut: number;
  readonly ways: readonly Scored[];
}

/** Each older rating weighs this much less than the next. */
const RECENCY = 0.8;
/** What a star more than the user's mean adds to a rating's weight; two of ten points are a star. */
const PER_STAR = 0.25;
const POINTS_PER_STAR = 2;
/** Ratings at the mean of all that a user's own mean is drawn to. */
const SHRINKAGE = 5;

/** Recommends to users that were held out, by what is learnt from the pairs of the others: NDCG@10 of what they rated next. */
export function evaluateNeighbours(ratings: readonly Rating[], seed: number): Evaluated {
  const kept = core(ratings, 5);
  const { learnt, heldOut } = split(kept, 0.2, seed);
  const pairs = pairSums(learnt);
  const items = [...new Set(kept.map(({ item }) => item))];
  const mean = kept.reduce((sum, { rating }) => sum + rating, 0) / kept.length;
  const popularity = new Map(
    pairs.filter(({ item, other }) => item === other).map(({ item, devices }) => [item, devices]),
  );
  const cosines = nearnessOf(pairs, 0);
  const ease = nearnessOf(pairs);
  const flat = (): number => 1;
  const recent: Weight = (_, age) => RECENCY ** age;
  const rated: Weight = ({ rating }, age, past) => {
    const own = (past.reduce((sum, each) => sum + each.rating, 0) + SHRINKAGE * mean) / (past.length + SHRINKAGE);
    return RECENCY ** age * Math.max(0, 1 + PER_STAR * ((rating - own) / POINTS_PER_STAR));
  };
  const ways = [
    { way: 'popularity', target: 0.086, score: () => popularity },
    { way: 'shrunken cosine', target: 0.111, score: byHistory(cosines, flat) },
    { way: 'EASE', target: 0.116, score: byHistory(ease, flat) },
    { way: '  + recency 0.8^rank', target: 0.136, score: byHistory(ease, recent) },
    { way: '  + centred rating', target: 0.14, score: byHistory(ease, rated) },
  ];
  const all = ways.map(({ way, target, score }) => ({
    way,
    target,
    ndcg: heldOut.reduce((sum, user) => sum + found(items, score(user.past), user), 0) / heldOut.length,
  }));
  return { users: learnt.length + heldOut.length, items: items.length, heldOut: heldOut.length, ways: all };
}

type Nearness = ReadonlyMap<string, readonly (readonly [string, number])[]>;
type Weight = (rating: Rating, age: number, past: readonly Rating[]) => number;

/** Without `dense` items, all are compared by cosine. */
const nearnessOf = (pairs: readonly PairSum[], dense?: number): Nearness =>
  new Map(neighbours(pairs, dense === undefined ? {} : { dense }).map(({ item, near }) => [item, near]));

/** Σ_h w_h B_h,i, as a device does it. */
const byHistory =
  (near: Nearness, weight: Weight) =>
  (past: readonly Rating[]): ReadonlyMap<string, number> => {
    const scores = new Map<string, number>();
    past.forEach((rating, i) => {
      const own = weight(rating, past.length - 1 - i, past);
      for (const [item, value] of near.get(rating.item) ?? []) scores.set(item, (scores.get(item) ?? 0) + own * value);
    });
    return scores;
  };

function found(items: readonly string[], scores: ReadonlyMap<string, number>, { past, future }: HeldOut): number {
  const known = new Set(past.map(({ item }) => item));
  const candidates = items.filter((item) => !known.has(item));
  return ndcg(
    candidates.map((item) => scores.get(item) ?? 0),
    candidates.map((item) => Number(future.has(item))),
    10,
  );
}
