import { cosine, featureShares, type FeatureShare, type Item } from '../item.js';
import type { Policy } from '../policy/policy.js';

/** Places that are diversified, and how many of the best are candidates for them: about two screens. */
const PLACES = 20;
const CANDIDATES = 40;

/** Places in which caps hold. */
const CAP_WINDOW = 10;

interface Scored {
  readonly item: Item;
  readonly score: number;
}

/**
 * The first places for relevance and variety: each goes to the candidate with the best
 * `score × (1 − (1 − relevance) × likeness to what stands above it)`: maximal marginal relevance (Carbonell & Goldstein
 * 1998), as a share of the score, so that what nobody asked for never passes for variety. No family's cap is passed in
 * any ten places while there is something else to show. Equals keep their order.
 */
export function diversify<T extends Scored>(best: readonly T[], { rank: { relevance, caps } }: Policy): T[] {
  const left = best.slice(0, CANDIDATES).map((each): Candidate<T> => {
    return { each, shares: featureShares(each.item), likeness: 0 };
  });
  const placed: T[] = [];
  const shown: ReadonlyMap<string, number>[] = [];
  while (placed.length < PLACES && left.length > 0) {
    const window = shown.slice(1 - CAP_WINDOW);
    const value = ({ each: { score }, likeness }: Candidate<T>): number =>
      score > 0 ? score * (1 - (1 - relevance) * likeness) : score;
    let choice: Candidate<T> | undefined;
    for (const one of left)
      if ((!choice || value(one) > value(choice)) && !isOverCap(one.shares, window, caps)) choice = one;
    const [next] = left.splice(choice ? left.indexOf(choice) : 0, 1) as [Candidate<T>]; // all over their caps: the first
    placed.push(next.each);
    const shares = new Map(next.shares);
    shown.push(shares);
    for (const one of left) one.likeness = Math.max(one.likeness, cosine(one.shares, shares));
  }
  return placed.concat(
    left.map(({ each }) => each),
    best.slice(CANDIDATES),
  );
}

interface Candidate<T> {
  readonly each: T;
  readonly shares: readonly FeatureShare[];
  /** To the nearest of what was placed. */
  likeness: number;
}

/** Whether one of the features has been shown as often among the last places as its family's cap allows. */
const isOverCap = (
  shares: readonly FeatureShare[],
  window: readonly ReadonlyMap<string, number>[],
  caps: Readonly<Record<string, number>>,
): boolean =>
  Object.entries(caps).some(([family, cap]) =>
    shares.some(([name]) => name.startsWith(family) && window.filter((shown) => shown.has(name)).length >= cap),
  );
