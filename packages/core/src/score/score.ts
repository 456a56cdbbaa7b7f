import type { Policy } from '../policy/policy.js';
import type { Impression, Signal } from '../signal.js';
import { debias } from './click.js';

/** A signal on the one scale. Its weight is `confidence / propensity × cap`, before it fades. */
export interface Score {
  /** −1 (dislikes) to 1 (likes). */
  readonly liking: number;
  /** From 0; a like is 1. */
  readonly confidence: number;
  /** Chance of having been examined, relative to position 1; 1 where position says nothing. */
  readonly propensity: number;
  /** What a cap leaves of the weight; 1 when it does not bite. */
  readonly cap: number;
}

/** Puts a signal on the one scale. Impressions are exposure, not liking: see `score/impression.ts`. */
export function score(signal: Exclude<Signal, Impression>, policy: Policy): Score {
  switch (signal.kind) {
    case 'click':
      return { ...policy.kinds.click, ...debias(signal, policy) };
    case 'like':
    case 'dislike':
      return { ...policy.kinds[signal.kind], propensity: 1, cap: 1 };
  }
}

export const weight = ({ confidence, propensity, cap }: Score): number => (confidence / propensity) * cap;
