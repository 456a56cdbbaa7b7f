import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import type { Sum } from '../profile/sum.js';
import { addEvidence, noEvidence, scoreOf, type Evidence } from './evidence.js';

/** Most liked items that speak for their neighbours. */
const HISTORY_LENGTH = 50;

/** An item that the visitor likes, and how much: 0 to 1. */
export type Liked = readonly [id: string, weight: number];

/** The items that a visitor likes best, by what their own signals say of them now. */
export function historyOf(
  items: Iterable<readonly [string, Sum]>,
  read: (sum: Sum) => Evidence,
  policy: Policy,
): readonly Liked[] {
  return [...items]
    .map(([id, sum]): Liked => [id, Math.min(1, scoreOf(read(sum), policy))])
    .filter(([, weight]) => weight > 0)
    .sort((a, b) => b[1] - a[1])
    .slice(0, HISTORY_LENGTH);
}

/** What a history says of items that others liked together with it: Σ w_h B_h,i, from the model's item neighbours (Steck 2019, "Embarrassingly shallow autoencoders"). */
export function companyOf(history: readonly Liked[], model: Model, policy: Policy): ReadonlyMap<string, Evidence> {
  const company = new Map<string, Evidence>();
  for (const [liked, weight] of history)
    for (const [id, nearness] of model.neighbours.get(liked) ?? [])
      company.set(id, addEvidence(company.get(id) ?? noEvidence(), companyEvidence(weight, nearness, policy)));
  return company;
}

/** What one liked item says of one neighbour. */
export const companyEvidence = (weight: number, nearness: number, { neighbours }: Policy): Evidence => ({
  liking: neighbours * weight * nearness,
  confidence: neighbours * weight * Math.abs(nearness),
});
