import { featureShares, type Item } from '../item.js';
import type { Policy } from '../policy/policy.js';
import { score, weight } from '../score/score.js';
import type { Signal } from '../signal.js';
import { addSum, halfLifeDays, halfLives, type Sum } from './decay.js';
import { longer, suppressionOf, type Suppression } from './suppress.js';

/**
 * What a visitor likes: fading sums of liking per feature and per item, and what is suppressed.
 * Profiles add up (`merge`), so a burst of signals is a small profile of its own, and tabs can share one without locks.
 */
export interface Profile {
  /** The columns of its sums, in days; a profile of other half-lives is rebuilt, not read. */
  readonly halfLives: readonly number[];
  readonly features: Map<string, Sum>;
  readonly items: Map<string, Sum>;
  readonly suppressed: Map<string, Suppression>;
}

/** A signal together with what was known of its item when it was given. */
export interface Observation {
  readonly signal: Signal;
  readonly item: Item;
}

export const emptyProfile = (policy: Policy): Profile => ({
  halfLives: halfLives(policy),
  features: new Map(),
  items: new Map(),
  suppressed: new Map(),
});

/**
 * Adds one signal to a profile, in place, and returns it. O(features of the item); the order of signals does not matter
 * beyond rounding (1e-9).
 */
export function learn(profile: Profile, { signal, item }: Observation, policy: Policy): Profile {
  const lives = profile.halfLives;
  if (signal.kind === 'impression') {
    add(profile.items, signal.item, [signal.at, 1], lives);
    return profile;
  }
  const column = lives.indexOf(halfLifeDays(signal.kind, policy), 1);
  const scored = score(signal, policy);
  const sumOf = (share: number): Sum => {
    const sum: Sum = new Array<number>(2 * lives.length).fill(0);
    const confidence = weight(scored) * share;
    sum[0] = signal.at;
    sum[2 * column] = confidence * scored.liking;
    sum[2 * column + 1] = confidence;
    return sum;
  };
  add(profile.items, signal.item, sumOf(1), lives);
  for (const [name, share] of featureShares(item)) add(profile.features, name, sumOf(share), lives);
  const suppression = suppressionOf(signal, policy);
  if (suppression) profile.suppressed.set(signal.item, longer(profile.suppressed.get(signal.item), suppression));
  return profile;
}

/** Adds one profile to another of the same half-lives, in place, and returns it. */
export function merge(into: Profile, from: Profile): Profile {
  for (const [name, sum] of from.features) add(into.features, name, sum, into.halfLives);
  for (const [id, sum] of from.items) add(into.items, id, sum, into.halfLives);
  for (const [id, suppression] of from.suppressed)
    into.suppressed.set(id, longer(into.suppressed.get(id), suppression));
  return into;
}

function add(sums: Map<string, Sum>, key: string, sum: Sum, lives: readonly number[]): void {
  const known = sums.get(key);
  if (known) addSum(known, sum, lives);
  else sums.set(key, [...sum]);
}
