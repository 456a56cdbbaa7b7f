import { MAX_KNOWN } from '../limits.js';
import type { Profile } from './profile.js';
import { confidenceIn, factor, type Sum } from './sum.js';

/** How far past its bound a profile grows before it is cut back: to sort them all for each one would cost too much. */
const SLACK = 1.1;

/** Keeps a profile within its bounds: the sums that say least at the time of its newest signal go first, and are accounted for. */
export function trim(profile: Profile): Profile {
  const { features, items } = profile;
  if (features.size > MAX_KNOWN * SLACK) cutBack(features, profile);
  if (items.size > MAX_KNOWN * SLACK) cutBack(items, profile);
  return profile;
}

function cutBack(sums: Map<string, Sum>, { at, origin, halfLives, bought, lost }: Profile): void {
  const factors = halfLives.map((life) => factor(at, origin, life));
  const weakest = [...sums].map(([key, sum]) => [key, confidenceIn(sum, factors)] as const).sort((a, b) => a[1] - b[1]);
  for (const [key, confidence] of weakest.slice(0, -MAX_KNOWN)) {
    sums.delete(key);
    bought.delete(key); // of an item that nothing else is known of any more
    lost.sums++;
    lost.confidence += confidence;
  }
}
