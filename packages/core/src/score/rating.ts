import type { Policy } from '../policy/policy.js';

/** From the lowest rating to the highest. */
const RANGE_STARS = 4;

/**
 * A visitor's mean rating, in stars, shrunk to the prior: one rating alone must not centre to nothing. Without a prior
 * it is the plain mean.
 */
export function meanStars(
  { count, stars }: { readonly count: number; readonly stars: number },
  policy: Policy,
): number {
  const { prior, strength } = policy.rating;
  return count + strength > 0 ? (stars + strength * prior) / (count + strength) : prior;
}

/** A rating as liking, −1 to 1: how far it is from the visitor's mean. */
export const starsLiking = (stars: number, mean: number): number => (stars - mean) / RANGE_STARS;
