import { explain, type Explanation, type Item, type Model, type Observation, type Profile } from '@penchant/core';
import { scoringBy, type Scoring } from './scoring.js';

/** What a score is explained from; no profile where what scores is not there. */
export interface Asked {
  readonly item: Item;
  readonly observations: readonly Observation[];
  readonly profile: Profile | undefined;
  readonly model: Model;
  readonly scoring: Scoring | undefined;
}

export function explained({ item, observations, profile, model, scoring = scoringBy() }: Asked): Explanation {
  return explain(item, observations, profile ?? scoring.emptyProfile(), model, scoring.policy, Date.now());
}
