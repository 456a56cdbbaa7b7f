import {
  emptyModel,
  emptyProfile,
  inContext,
  learn,
  rank,
  type Item,
  type Model,
  type Observation,
  type Policy,
} from '@penchant/core';
import { ndcg } from '../simulate/agreement.js';

export interface Device {
  readonly policy: Policy;
  /** What the collector served. */
  readonly model?: Model;
}

/** The best of some items, as a visitor's own device orders them: it learns what they did, in the order of time, and ranks. Ids, best first. */
export function bestOnDevice(
  { policy, model = emptyModel }: Device,
  past: readonly Observation[],
  candidates: readonly Item[],
  atMs: number,
): string[] {
  const profile = emptyProfile(policy);
  for (const { signal, item } of past)
    learn(profile, { signal: inContext(signal, item, profile, model, policy), item }, policy);
  return rank(candidates, profile, model, policy, atMs, { limit: PLACES }).map(({ item }) => item.id);
}

/** Places that NDCG looks at. */
export const PLACES = 10;

/** NDCG@10 of an order, best first, of which some are wanted, all alike. There is one at least. */
export function foundIn(best: readonly string[], wanted: ReadonlySet<string>): number {
  const places = Array.from({ length: PLACES }, (_, place) => best[place] ?? ''); // an order may be shorter
  const missed = [...wanted].filter((id) => !places.includes(id));
  const scores = [...places.map((_, place) => PLACES - place), ...missed.map(() => 0)];
  return ndcg(scores, [...places.map((id) => Number(wanted.has(id))), ...missed.map(() => 1)], PLACES);
}

/** Items by a score, best first; of equal ones the first. */
export const bestBy = (scores: ReadonlyMap<string, number>): string[] =>
  [...scores].sort(([, a], [, b]) => b - a).map(([id]) => id);
