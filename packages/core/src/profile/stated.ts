import { MAX_STATED } from '../limits.js';
import { keepNewest } from '../newest.js';
import type { Interest } from '../signal.js';

/** An interest as it was last stated: when, in milliseconds since 1970-01-01; without a strength it was withdrawn. */
export type Stated = Pick<Interest, 'at' | 'strength'>;

/** Interests by feature. */
export type StatedInterests = Map<string, Stated>;

/** The later word counts, and the stronger of two of one moment: in whatever order they are heard. */
export function state(into: StatedInterests, feature: string, { at, strength }: Stated): void {
  const known = into.get(feature);
  if (known && (known.at - at || (known.strength ?? -2) - (strength ?? -2)) >= 0) return;
  into.delete(feature); // what was said last is forgotten last
  into.set(feature, { at, strength });
  keepNewest(into, MAX_STATED);
}

/** How much a feature is liked by the visitor's own word, −1 to 1, if they gave it. */
export const statedOf = (stated: StatedInterests, feature: string): number | undefined => stated.get(feature)?.strength;
