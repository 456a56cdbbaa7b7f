import { featureShares, type Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import { decay, type Sum } from '../profile/decay.js';
import type { Profile } from '../profile/profile.js';
import { ignoredConfidence } from '../score/impression.js';

/** Evidence about one item: the sum of confidences, and of likings times confidences. */
export interface Evidence {
  liking: number;
  confidence: number;
}

const addFaded = (sum: Sum, lives: readonly number[], nowMs: number, share: number, into: Evidence): void => {
  const ageMs = nowMs - (sum[0] ?? 0);
  for (let i = 1; i < lives.length; i++) {
    const confidence = sum[2 * i + 1];
    if (!confidence) continue;
    const left = decay(ageMs, lives[i] ?? Infinity) * share;
    into.confidence += confidence * left;
    into.liking += (sum[2 * i] ?? 0) * left;
  }
};

/** The evidence in a sum, as it has faded by now. */
export function evidenceOf(sum: Sum | undefined, lives: readonly number[], nowMs: number): Evidence {
  const evidence = { liking: 0, confidence: 0 };
  if (sum) addFaded(sum, lives, nowMs, 1, evidence);
  return evidence;
}

/** How much the visitor was shown an item and passed over it, as evidence. */
export function indifferenceTo(id: string, profile: Profile, policy: Policy, nowMs: number): Evidence {
  const sum = profile.items.get(id);
  if (!sum) return { liking: 0, confidence: 0 };
  const exposures = (sum[1] ?? 0) * decay(nowMs - (sum[0] ?? 0), profile.halfLives[0] ?? Infinity);
  const own = evidenceOf(sum, profile.halfLives, nowMs).confidence;
  const confidence = ignoredConfidence(exposures, own, policy);
  return { liking: policy.impression.liking * confidence, confidence };
}

/** The crowd's verdict on an item: its quality q on the scale of liking, (q − 1)/(q + 1). */
export function verdictOn(id: string, model: Model, policy: Policy): Evidence {
  const quality = model.items.get(id)?.quality;
  if (quality === undefined) return { liking: 0, confidence: 0 };
  return { liking: (policy.quality * (quality - 1)) / (quality + 1), confidence: policy.quality };
}

/** All that is known of how much the visitor likes an item: their own signals on it and on its like, and the crowd's verdict. */
export function evidenceFor(item: Item, profile: Profile, model: Model, policy: Policy, nowMs: number): Evidence {
  const evidence = verdictOn(item.id, model, policy);
  const { halfLives, items, features } = profile;
  const own = items.get(item.id);
  if (own) {
    const ignored = indifferenceTo(item.id, profile, policy, nowMs);
    evidence.liking += ignored.liking;
    evidence.confidence += ignored.confidence;
    addFaded(own, halfLives, nowMs, 1, evidence);
  }
  if (features.size > 0)
    for (const [name, share] of featureShares(item)) {
      const sum = features.get(name);
      if (sum) addFaded(sum, halfLives, nowMs, share * policy.content, evidence);
    }
  return evidence;
}

/** One number for some evidence, in (−1, 1): doubt pulls it to 0, more evidence pulls less. */
export const scoreOf = ({ liking, confidence }: Evidence, { doubt }: Policy): number => liking / (confidence + doubt);

/** How sure a score is, 0 to 1. */
export const confidenceOf = ({ confidence }: Evidence, { doubt }: Policy): number => confidence / (confidence + doubt);
