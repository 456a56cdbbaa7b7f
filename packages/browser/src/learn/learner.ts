import { emptyProfile, learn, type Observation, type Policy, type Profile } from '@penchant/core';
import { BehaviorSubject } from 'rxjs';
import type { Journal, Saved } from '../journal/journal.js';

/** Newest signals kept at hand to explain scores by; older ones are explained together. */
const LEDGER_LENGTH = 1_000;
/** Signals that may lie beside the saved profile before they are moved into it, at the start of a page. */
const ABSORB_LENGTH = 64;

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

  const add = (sum: Profile, observation: Observation): Profile => learn(sum, observation, policy);
  const whole = ({ profile: saved = emptyProfile(policy), since: unlearnt }: Saved): Profile =>
    unlearnt.reduce(add, saved);

  return {
    profile,
    get observations() {
      return observations;
    },
    async learn(burst) {
      const saved = journal?.append(burst); // first of all: nothing below may lose it
      if (!journal) unsaved.push(...burst);
      since?.push(...burst);
      observations.push(...burst);
      if (observations.length > 2 * LEDGER_LENGTH) observations = observations.slice(-LEDGER_LENGTH);
      profile.next(burst.reduce(add, profile.value));
      await saved;
    },
    async load(opened = journal) {
      if (!opened) return;
      // Reading begins and what was not saved yet is written in one task: transactions run in the order of their making.
      const reading = Promise.all([opened.read(profile.value.halfLives), opened.observations(LEDGER_LENGTH)]);
      const late = (since = [...unsaved]);
      const writing = unsaved.length > 0 ? opened.append(unsaved) : undefined;
      unsaved = [];
      journal = opened;
      const [saved, newest] = await reading;
      if (since !== late) return; // a later reading is under way, and knows more
      since = undefined;
      observations = [...newest, ...late];
      profile.next(late.reduce(add, whole(saved)));
      await writing;
      if (saved.since.length >= ABSORB_LENGTH) await opened.absorb(profile.value.halfLives, whole);
    },
    reset() {
      observations = [];
      unsaved = [];
      profile.next(emptyProfile(policy));
    },
  };
}
