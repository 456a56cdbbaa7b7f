import { defaultPolicy, emptyModel, type Item, type Observation } from '@penchant/core';
import { neighbours, type PairSum } from '@penchant/core/estimate';
import { bestBy, bestOnDevice, foundIn } from './device.js';
import { pairSums, split, type HeldOut } from './held-out.js';
import { meansOf, type Way, type WayMean } from './means.js';
import { core, type Rating } from './movietweetings.js';

/** How one way of scoring does, beside the figure of an independent prototype. */
export interface Scored extends WayMean {
  readonly target?: number;
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

/**
 * Recommends to users that were held out, by what is learnt from the pairs of the others: NDCG@10 of what they rated next. By the formulas
 * alone; and as a device does, which learns the ratings one by one and ranks all other films by the default policy.
 */
export function evaluateNeighbours(
  ratings: readonly Rating[],
  genres: ReadonlyMap<string, readonly string[]>,
  seed: number,
): Evaluated {
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
  const plain = items.map((id): Item => ({ id }));
  const described = items.map((id): Item => ({ id, features: genres.get(id) ?? [] }));
  const ways: readonly { readonly way: string; readonly target?: number; readonly order: Order }[] = [
    { way: 'popularity', target: 0.086, order: byScore(items, () => popularity) },
    { way: 'shrunken cosine', target: 0.111, order: byScore(items, byHistory(cosines, flat)) },
    { way: 'EASE', target: 0.116, order: byScore(items, byHistory(ease, flat)) },
    { way: '  + recency 0.8^rank', target: 0.136, order: byScore(items, byHistory(ease, recent)) },
    { way: '  + centred rating', target: 0.14, order: byScore(items, byHistory(ease, rated)) },
    { way: 'device, EASE', target: 0.135, order: onDevice(plain, ease) },
    { way: 'device, EASE and genres', order: onDevice(described, ease) },
    { way: 'device, genres alone', target: 0.049, order: onDevice(described, new Map()) },
  ];
  const means = meansOf(
    ways.map(({ way, order }): Way => ({ way, ndcgs: heldOut.map((user) => foundIn(order(user), user.future)) })),
    seed,
  );
  const all = ways.flatMap(({ target }, i) => (means[i] ? [{ ...means[i], ...(target && { target }) }] : []));
  return { users: learnt.length + heldOut.length, items: items.length, heldOut: heldOut.length, ways: all };
}

type Order = (user: HeldOut) => readonly string[];
type Nearness = ReadonlyMap<string, readonly (readonly [string, number])[]>;
type Weight = (rating: Rating, age: number, past: readonly Rating[]) => number;

/** Without `dense` items, all are compared by cosine. */
const nearnessOf = (pairs: readonly PairSum[], dense?: number): Nearness =>
  new Map(neighbours(pairs, dense === undefined ? {} : { dense }).map(({ item, near }) => [item, near]));

/** Σ_h w_h B_h,i. */
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

/** All items that a user has not rated yet. */
function unknownTo<T>(items: readonly T[], { past }: HeldOut, idOf: (item: T) => string): T[] {
  const known = new Set(past.map(({ item }) => item));
  return items.filter((item) => !known.has(idOf(item)));
}

const byScore =
  (items: readonly string[], scoresOf: (past: readonly Rating[]) => ReadonlyMap<string, number>): Order =>
  (user) => {
    const scores = scoresOf(user.past);
    return bestBy(new Map(unknownTo(items, user, (id) => id).map((id) => [id, scores.get(id) ?? 0])));
  };

/** By the default policy, at the time of the last rating that is known. */
const onDevice =
  (items: readonly Item[], near: Nearness): Order =>
  (user) => {
    const byId = new Map(items.map((item) => [item.id, item]));
    const past = user.past.map(({ item: id, rating, timestamp }): Observation => {
      const stars = Math.max(1, rating / POINTS_PER_STAR);
      return { signal: { kind: 'rate', item: id, at: timestamp * 1_000, stars }, item: byId.get(id) ?? { id } };
    });
    const device = { policy: defaultPolicy, model: { ...emptyModel, neighbours: near } };
    return bestOnDevice(
      device,
      past,
      unknownTo(items, user, ({ id }) => id),
      past.at(-1)?.signal.at ?? 0,
    );
  };
