import {
  defaultPolicy,
  emptyProfile,
  inContext,
  learn,
  rank,
  viewOf,
  type Item,
  type Model,
  type Observation,
  type Placement,
  type Policy,
  type Profile,
  type ProfileView,
  type RankOptions,
  type Signal,
} from '@penchant/core';

/** The scoring core, by one policy. With the script tag it is a part, asked for at once: capture begins without it. */
export interface Scoring {
  readonly policy: Policy;
  emptyProfile(): Profile;
  /** Adds a signal to a profile, in place. */
  learn(profile: Profile, observation: Observation): Profile;
  inContext(signal: Signal, item: Item, profile: Profile, model: Model): Signal;
  rank<T extends Item>(items: readonly T[], profile: Profile, model: Model, how: RankOptions): Placement<T>[];
  view(profile: Profile): ProfileView;
}

export const scoringBy = (policy: Policy = defaultPolicy): Scoring => ({
  policy,
  emptyProfile: () => emptyProfile(policy),
  learn: (profile, observation) => learn(profile, observation, policy),
  inContext: (signal, item, profile, model) => inContext(signal, item, profile, model, policy),
  rank: (items, profile, model, how) => rank(items, profile, model, policy, Date.now(), how),
  view: (profile) => viewOf(profile, policy, Date.now()),
});
