import { emptyModel } from '../model.js';
import type { Policy } from '../policy/policy.js';
import { confidenceOf, scoreOf } from '../rank/evidence.js';
import { readingOf } from '../rank/reading.js';
import type { Profile } from './profile.js';
import type { Sum } from './sum.js';
import { activeAt, type Suppression } from './suppress.js';

/** A liking as it stands now: score in (−1, 1), confidence in [0, 1). */
export interface Liking {
  readonly score: number;
  readonly confidence: number;
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
  const view = (sums: ReadonlyMap<string, Sum>): Record<string, Liking> =>
    Object.fromEntries(
      [...sums].map(([key, sum]) => {
        const evidence = reading.of(sum);
        return [key, { score: scoreOf(evidence, policy), confidence: confidenceOf(evidence, policy) }];
      }),
    );
  return {
    features: view(profile.features),
    items: view(profile.items),
    suppressed: Object.fromEntries(activeAt(profile.suppressed, nowMs)),
    at: nowMs,
  };
}
