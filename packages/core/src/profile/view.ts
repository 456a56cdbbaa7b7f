import { emptyModel } from '../model.js';
import type { Policy } from '../policy/policy.js';
import { confidenceOf, noEvidence, scoreOf, type Evidence } from '../rank/evidence.js';
import { readingOf } from '../rank/reading.js';
import type { Profile } from './profile.js';
import { statedOf } from './stated.js';
import { activeAt, type Suppression } from './suppress.js';

/** A liking as it stands now: score in (−1, 1), confidence in [0, 1). */
export interface Liking {
  readonly score: number;
  readonly confidence: number;
  /** Of a feature: what the visitor said of it, −1 to 1. The score comes of that, not of what was learnt. */
  readonly stated?: number;
}

/** A profile to read: what it says at one moment, in plain numbers. */
export interface ProfileView {
  readonly features: Readonly<Record<string, Liking>>;
  readonly items: Readonly<Record<string, Liking>>;
  /** What is not to be shown at that moment: `item …`, `similar …`, or a feature; with its longest reason. */
  readonly suppressed: Readonly<Record<string, Suppression>>;
  /** That moment, in milliseconds since 1970-01-01. */
  readonly at: number;
}

export function viewOf(profile: Profile, policy: Policy, nowMs: number): ProfileView {
  const reading = readingOf(profile, emptyModel, policy, nowMs);
  const liking = (evidence: Evidence): Liking => ({
    score: scoreOf(evidence, policy),
    confidence: confidenceOf(evidence, policy),
  });
  const names = new Set(profile.features.keys());
  for (const [name, { strength }] of profile.stated) if (strength !== undefined) names.add(name);
  return {
    features: Object.fromEntries(
      [...names].map((name) => {
        const stated = statedOf(profile.stated, name);
        return [name, { ...liking(reading.ofFeature(noEvidence(), name, 1)), ...(stated !== undefined && { stated }) }];
      }),
    ),
    items: Object.fromEntries([...profile.items].map(([id, sum]) => [id, liking(reading.of(sum))])),
    suppressed: Object.fromEntries(activeAt(profile.suppressed, nowMs)),
    at: nowMs,
  };
}
