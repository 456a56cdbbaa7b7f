import { emptyProfile, learn, merge, type Observation, type Policy, type Profile } from '@penchant/core';
import { BehaviorSubject } from 'rxjs';
import type { Journal } from '../journal/journal.js';

/** Newest signals kept at hand to explain scores by; older ones are explained together. */
const LEDGER_LENGTH = 1_000;

/** The visitor's profile as it grows, and the signals behind it. */
export interface Learner {
  readonly profile: BehaviorSubject<Profile>;
  readonly observations: readonly Observation[];
  /** Learns a burst of signals, and saves them with what they add to the profile. The write starts in the caller's task. */
  learn(burst: readonly Observation[]): Promise<void>;
  /** Takes a journal, or reads the one at hand again: other tabs write to it too. */
  load(journal?: Journal): Promise<void>;
  /** Starts from nothing. */
  reset(): void;
}

export function learner(policy: Policy): Learner {
  const profile = new BehaviorSubject(emptyProfile(policy));
  let journal: Journal | undefined;
  let observations: Observation[] = [];
  /** Learnt while no journal was open: to be written to it. */
  let unsaved: Observation[] = [];
  /** Learnt since a reading began: what was read does not hold it. */
  let since: Observation[] | undefined;

  const learnt = (burst: readonly Observation[]): Profile =>
    burst.reduce((sum, observation) => learn(sum, observation, policy), emptyProfile(policy));

  return {
    profile,
    get observations() {
      return observations;
    },
    async learn(burst) {
      const delta = learnt(burst);
      const saved = journal?.append(burst, delta); // first of all: nothing below may lose it
      if (!journal) unsaved.push(...burst);
      since?.push(...burst);
      observations.push(...burst);
      if (observations.length > 2 * LEDGER_LENGTH) observations = observations.slice(-LEDGER_LENGTH);
      profile.next(merge(profile.value, delta));
      await saved;
    },
    async load(opened = journal) {
      if (!opened) return;
      // Reading begins and what was not saved yet is written in one task: transactions run in the order of their making.
      const reading = Promise.all([opened.profile(profile.value.halfLives), opened.observations(LEDGER_LENGTH)]);
      let late = (since = [...unsaved]);
      const writing = unsaved.length > 0 ? opened.append(unsaved, learnt(unsaved)) : undefined;
      unsaved = [];
      journal = opened;
      const [saved, newest] = await reading;
      observations = [...newest, ...late];
      let known = saved;
      if (!known) {
        late = since = [];
        known = await opened.rebuild(learnt);
      }
      if (since === late) since = undefined;
      profile.next(merge(known, learnt(late)));
      await writing;
    },
    reset() {
      observations = [];
      unsaved = [];
      profile.next(emptyProfile(policy));
    },
  };
}
