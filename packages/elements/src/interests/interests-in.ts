import type { ProfileView } from '@penchant/browser';

/** A feature that the visitor likes or dislikes: −1 to 1, by their own word where they gave it. */
export interface Interest {
  readonly name: string;
  readonly liking: number;
  readonly confidence: number;
  readonly isStated: boolean;
}

const LEAST = 0.01; // what would not show on its mark

/** The interests in a profile: those shown before in their order, for nothing moves under a hand; then the others, strongest first. Dimensions of vectors have no name to show. */
export function interestsIn({ features }: ProfileView, order: readonly string[]): Interest[] {
  const place = new Map(order.map((name, i) => [name, i]));
  return Object.entries(features)
    .filter(([name]) => !name.startsWith('#'))
    .map(([name, { score, confidence, stated }]) => ({
      name,
      liking: stated ?? score,
      confidence: stated === undefined ? confidence : 1,
      isStated: stated !== undefined,
    }))
    .filter(({ name, liking, isStated }) => isStated || Math.abs(liking) >= LEAST || place.has(name))
    .sort(
      (a, b) =>
        (place.get(a.name) ?? place.size) - (place.get(b.name) ?? place.size) ||
        Math.abs(b.liking) - Math.abs(a.liking),
    );
}
