import type { Policy } from '../policy/policy.js';
import type { Signal, Undo } from '../signal.js';
import { debias } from './click.js';
import { dwellLiking, dwellShare, isGlance } from './dwell.js';
import { purchaseShare } from './purchase.js';
import { starsLiking } from './rating.js';
import { watchLiking } from './watch.js';

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

/**
 * Puts a signal on the one scale. Ratings are centred on the visitor's mean, in stars. A kind without a score does not
 * compile; an undo takes away the score of what it undoes.
 */
export function score(signal: Exclude<Signal, Undo>, policy: Policy, mean = policy.rating.prior): Score {
  const { liking, confidence } = policy.kinds[signal.kind];
  const plain = { liking, confidence, propensity: 1, cap: 1 };
  switch (signal.kind) {
    case 'impression':
    case 'like':
    case 'dislike':
    case 'hide':
    case 'skip':
    case 'save':
    case 'share':
    case 'cart':
    case 'return':
      return plain;
    case 'click':
      return { ...plain, ...debias(signal, policy) };
    case 'dwell': {
      const said = dwellLiking(signal, policy);
      const read = { liking: liking * said, confidence: confidence * dwellShare(signal, said, policy) };
      const { click } = policy.kinds;
      const isMore = signal.bounced || isGlance(signal) || worth(read) >= worth(click) || confidence === 0;
      return {
        ...plain,
        ...debias(signal, policy),
        ...(isMore ? read : { liking: click.liking, confidence: click.confidence }),
      };
    }
    case 'watch':
      return {
        ...plain,
        ...debias(signal, policy),
        liking: liking * watchLiking(signal, policy),
        confidence: signal.technical ? 0 : confidence,
      };
    case 'rate': {
      const { table } = policy.rating;
      const weight = table[Math.round(signal.stars) - 1];
      if (weight !== undefined) return { ...plain, liking: Math.sign(weight), confidence: Math.abs(weight) };
      return { ...plain, liking: liking * starsLiking(signal.stars, mean) };
    }
    case 'purchase':
    case 'repurchase':
      return { ...plain, confidence: confidence * purchaseShare(signal, policy) };
  }
}

export const weight = ({ confidence, propensity, cap }: Score): number => (confidence / propensity) * cap;

/** What something adds to a sum, before it is weighted. */
export const worth = ({ liking, confidence }: Pick<Score, 'liking' | 'confidence'>): number => liking * confidence;
