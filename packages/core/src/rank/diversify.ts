import { featureShares, type Item } from '../item.js';
import type { Policy } from '../policy/policy.js';

/** Places that are diversified, and how many of the best are candidates for them: about two screens. */
const PLACES = 20;
const CANDIDATES = 60;

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
  const left = best.slice(0, CANDIDATES);
  const likeness = new Map<T, number>();
  const placed: T[] = [];
  const capped = cappedFeatures(Object.keys(caps));
  while (placed.length < PLACES && left.length > 0) {
    const full = fullFeatures(placed.slice(1 - CAP_WINDOW), capped, caps);
    const value = (each: T): number =>
      each.score > 0 ? each.score * (1 - (1 - relevance) * (likeness.get(each) ?? 0)) : each.score;
    const isFree = (each: T): boolean => !capped(each.item).some((name) => full.has(name));
    let choice = left.findIndex(isFree);
    if (choice < 0)
      choice = 0; // everything that is left is over its cap
    else
      for (let i = choice + 1; i < left.length; i++) {
        const [challenger, chosen] = [left[i], left[choice]] as [T, T];
        if (value(challenger) > value(chosen) && isFree(challenger)) choice = i;
      }
    const [next] = left.splice(choice, 1) as [T];
    placed.push(next);
    compare(next, left, likeness);
  }
  return [...placed, ...left, ...best.slice(CANDIDATES)];
}

/** Brings the likeness of what is left to anything placed up to date with what was placed last. */
function compare<T extends Scored>(next: T, left: readonly T[], likeness: Map<T, number>): void {
  const shares = new Map(featureShares(next.item));
  for (const each of left) {
    let cosine = 0;
    for (const [name, share] of featureShares(each.item)) cosine += share * (shares.get(name) ?? 0);
    if (cosine > (likeness.get(each) ?? 0)) likeness.set(each, cosine);
  }
}

const cappedFeatures =
  (families: readonly string[]) =>
  (item: Item): string[] =>
    featureShares(item).flatMap(([name]) => (families.some((family) => name.startsWith(family)) ? [name] : []));

function fullFeatures(
  window: readonly Scored[],
  capped: (item: Item) => readonly string[],
  caps: Readonly<Record<string, number>>,
): Set<string> {
  const seen = new Map<string, number>();
  for (const { item } of window) for (const name of capped(item)) seen.set(name, (seen.get(name) ?? 0) + 1);
  const capOf = (name: string): number =>
    Math.min(...Object.entries(caps).map(([family, cap]) => (name.startsWith(family) ? cap : Infinity)));
  return new Set([...seen].filter(([name, n]) => n >= capOf(name)).map(([name]) => name));
}
