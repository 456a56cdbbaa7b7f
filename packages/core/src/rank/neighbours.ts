import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import type { Sum } from '../profile/sum.js';
import { addEvidence, noEvidence, shareOf, type Evidence } from './evidence.js';

/** Most items that speak for their neighbours. */
const HISTORY_LENGTH = 50;
/** What is left of an item's word for each moment after it: of a row of films, the newest say most of the next one. */
const RECENCY = 0.8;
/** How much liking adds to what choosing an item says. What is liked half as little as can be then says nothing. */
const PULL = 2;

/** An item that the visitor chose, and how much it says of others: 0 to 1 where scores are means. */
export type Liked = readonly [id: string, weight: number];

/**
 * The items that say most of a visitor now, the surest and newest first. Who chose something and liked it less than most still
 * chose it. Items that are as sure, such as those of one purchase, count alike.
 */
export function historyOf(
  items: Iterable<readonly [string, Sum]>,
  read: (sum: Sum) => Evidence,
  policy: Policy,
): readonly Liked[] {
  let recency = 1;
  let last = 0;
  return [...items]
    .map(([id, sum]) => {
      const { liking, confidence } = read(sum);
      return [id, ((confidence + PULL * liking) / (1 + PULL)) * shareOf(confidence, policy), confidence] as const;
    })
    .filter(([, said]) => said > 0)
    .sort((a, b) => b[2] - a[2])
    .slice(0, HISTORY_LENGTH)
    .map(([id, said, sure]) => {
      if (sure < last) recency *= RECENCY;
      last = sure;
      return [id, said * recency];
    });
}

/** What a history says of items that others liked together with it: Σ w_h B_h,i, from the model's item neighbours (Steck 2019, "Embarrassingly shallow autoencoders"). */
export function companyOf(history: readonly Liked[], model: Model, policy: Policy): ReadonlyMap<string, Evidence> {
  const company = new Map<string, Evidence>();
  for (const [liked, weight] of history)
    for (const [id, nearness] of model.neighbours.get(liked) ?? [])
      company.set(id, addEvidence(company.get(id) ?? noEvidence(), companyEvidence(weight, nearness, policy)));
  return company;
}

/** What one liked item says of one neighbour: of the very nearest, what it says of itself. */
export function companyEvidence(weight: number, nearness: number, { neighbours }: Policy): Evidence {
  const liking = weight * Math.min(1, neighbours * nearness);
  return { liking, confidence: Math.abs(liking) };
}
