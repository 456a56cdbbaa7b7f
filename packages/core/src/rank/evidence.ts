import type { Policy } from '../policy/policy.js';

/** Evidence about one item: the sum of confidences, and of likings times confidences. */
export interface Evidence {
  liking: number;
  confidence: number;
}

export const noEvidence = (): Evidence => ({ liking: 0, confidence: 0 });

/** Adds a share of some evidence: a negative one turns what it likes, and is as sure. */
export function addEvidence(into: Evidence, { liking, confidence }: Evidence, share = 1): Evidence {
  into.liking += liking * share;
  into.confidence += confidence * Math.abs(share);
  return into;
}

/** One number for some evidence: in (−1, 1), where doubt pulls it to 0 and more evidence pulls less; or the plain sum. */
export const scoreOf = ({ liking, confidence }: Evidence, policy: Policy): number =>
  liking * shareOf(confidence, policy);

/**
 * How much of what is known of a feature bears on an item that has it: the square of its mean liking, the share that it explains of
 * how differently things are liked. What was liked and disliked alike says nothing of the next item that has it.
 */
export const bearingOf = ({ liking, confidence }: Evidence): number => Math.min(1, (liking / confidence) ** 2) || 0;

/** How sure a score is, 0 to 1. */
export const confidenceOf = ({ confidence }: Evidence, { doubt }: Policy): number =>
  confidence > 0 ? confidence / (confidence + doubt) : 0;

/** What one unit of evidence comes to in a score, beside all the evidence there is. */
export const shareOf = (confidence: number, { unify, doubt }: Policy): number =>
  unify === 'sum' ? 1 : confidence + doubt > 0 ? 1 / (confidence + doubt) : 0;
