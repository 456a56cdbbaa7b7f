import type { Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import { OWN } from '../profile/decay.js';
import type { Profile } from '../profile/profile.js';
import { statedOf } from '../profile/stated.js';
import { cellOf, exposuresAt, factor, pairAt } from '../profile/sum.js';
import { ignoredConfidence } from '../score/impression.js';
import { meanStars, starsLiking } from '../score/rating.js';
import { contentOf, type ReadFeature, type ReadSum } from './content.js';
import { addEvidence, bearingOf, noEvidence, type Evidence } from './evidence.js';
import { companyOf, historyOf, type Liked } from './neighbours.js';

/** A profile and a model as they stand at one moment, to be asked about many items. Answers are added to evidence that is at hand. */
export interface Reading {
  /** Never before the newest signal: a clock that ran backwards makes nothing grow. */
  readonly nowMs: number;
  /** The visitor's mean rating, in stars. */
  readonly mean: number;
  /** What the visitor likes best, if the model knows neighbours of anything. */
  readonly history: readonly Liked[];
  /** What a sum says. */
  readonly of: ReadSum;
  /** What is known of a feature: what the visitor said of it, else what its sum says. */
  readonly ofFeature: ReadFeature;
  /** How much the visitor was shown an item and passed over it. */
  indifferenceTo(id: string, into?: Evidence): Evidence;
  /** What the crowd says of an item: its quality q on the scale of liking, (q − 1)/(q + 1). */
  verdictOn(id: string, into?: Evidence): Evidence;
  /** All that is known of how much the visitor likes an item, without the crowd's verdict: their own signals on it and on its like, and its company. */
  about(item: Item): Evidence;
}

export function readingOf(profile: Profile, model: Model, policy: Policy, atMs: number): Reading {
  const { halfLives, items, features, stated, origin } = profile;
  const { kinds, interest, quality: trust } = policy;
  const nowMs = Math.max(atMs, profile.at);
  const left = halfLives.map((life) => factor(nowMs, origin, life));
  const mean = meanStars(profile.ratings, policy);
  // Ratings were added as they stand to the prior: what they stand to the visitor's own mean is one product away.
  const generosity = kinds.rate.liking * starsLiking(mean, policy.rating.prior) * cellOf(left, 0);

  const of: ReadSum = (sum, share = 1, into = noEvidence()) => {
    if (!sum) return into;
    for (let column = OWN; column < left.length; column++) {
      const pair = pairAt(column);
      const fading = cellOf(left, column);
      into.liking += cellOf(sum, pair) * fading * share;
      into.confidence += cellOf(sum, pair + 1) * fading * Math.abs(share);
    }
    into.liking -= cellOf(sum, 0) * generosity * share;
    return into;
  };
  const history = historyOf(model.neighbours.size > 0 ? items : [], of, policy);
  const company = companyOf(history, model, policy);
  const ofFeature: ReadFeature = (into, name, share) => {
    const strength = statedOf(stated, name);
    if (strength === undefined) return of(features.get(name), share, into);
    return addEvidence(into, { liking: strength, confidence: 1 }, interest * share);
  };
  const content = contentOf((into, name, share) => {
    const said = ofFeature(noEvidence(), name, 1);
    return addEvidence(into, said, share * bearingOf(said));
  }, policy);

  const indifferenceTo = (id: string, into = noEvidence()): Evidence => {
    const sum = items.get(id);
    const exposures = sum?.[exposuresAt(halfLives)];
    if (!exposures) return into;
    const confidence = ignoredConfidence(exposures * cellOf(left, 1), of(sum).confidence, policy);
    return addEvidence(into, { liking: kinds.impression.liking * confidence, confidence });
  };
  const verdictOn = (id: string, into = noEvidence()): Evidence => {
    const quality = model.items.get(id)?.quality;
    if (quality === undefined) return into;
    return addEvidence(into, { liking: (quality - 1) / (quality + 1), confidence: 1 }, trust);
  };
  return {
    nowMs,
    mean,
    history,
    of,
    ofFeature,
    indifferenceTo,
    verdictOn,
    about(item) {
      const { id } = item;
      const own = of(items.get(id));
      return content(item, indifferenceTo(id, addEvidence(own, company.get(id) ?? noEvidence())));
    },
  };
}
