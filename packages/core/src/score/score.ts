import type { Policy } from '../policy/policy.js';
import type { Click, Impression, Plain, Return, Scored } from '../signal.js';
import { propensityOf } from './click.js';
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
export const score = (signal: Scored, policy: Policy, mean?: number): Score =>
  scoreInto({ liking: 0, confidence: 0, propensity: 1, cap: 1 }, signal, policy, mean);

/** The same, into what is at hand: an object in between would be garbage for every signal that is learnt. */
export function scoreInto<T extends Mutable<Score>>(
  into: T,
  signal: Scored,
  policy: Policy,
  mean = policy.rating.prior,
): T {
  const { liking, confidence } = policy.kinds[signal.kind];
  into.liking = liking;
  into.confidence = confidence;
  into.propensity = propensityOf(signal, policy);
  into.cap = Math.min(1, policy.position.maxWeight * into.propensity);
  switch (signal.kind) {
    case 'dwell': {
      const said = dwellLiking(signal, policy);
      into.liking *= said;
      into.confidence *= dwellShare(signal, said, policy);
      const { click } = policy.kinds;
      if (signal.bounced || isGlance(signal) || confidence === 0 || worth(into) >= worth(click)) break;
      into.liking = click.liking; // of one act the most is taken: it was opened at least
      into.confidence = click.confidence;
      break;
    }
    case 'watch':
      into.liking *= watchLiking(signal, policy);
      into.confidence *= signal.technical ? 0 : 1 - (signal.muted ?? 0) * (1 - policy.watch.muted);
      break;
    case 'rate': {
      const weight = policy.rating.table[Math.round(signal.stars) - 1];
      into.liking = weight === undefined ? liking * starsLiking(signal.stars, mean) : Math.sign(weight);
      if (weight !== undefined) into.confidence = Math.abs(weight);
      break;
    }
    case 'purchase':
    case 'repurchase':
      into.confidence *= purchaseShare(signal, policy);
      break;
    default:
      signal satisfies Impression | Click | Plain | Return; // what their kind says is all there is
  }
  return into;
}
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

export const weight = ({ confidence, propensity, cap }: Score): number => (confidence / propensity) * cap;

/** What something adds to a sum, before it is weighted. */
export const worth = ({ liking, confidence }: Pick<Score, 'liking' | 'confidence'>): number => liking * confidence;
