import { emptyProfile, learn, retells, type Observation, type Policy, type Profile } from '@penchant/core';
import { BehaviorSubject } from 'rxjs';
import type { Journal, Saved } from '../journal/journal.js';

/** Newest signals kept at hand to explain scores by; older ones are explained together. */
const LEDGER_LENGTH = 1_000;
/** Signals that may lie beside the saved profile before they are moved into it: at the start of a page, and while it goes on. */
const ABSORB_LENGTH = 64;
const ABSORB_EVERY = 2_000;
/** Signals that wait in memory while there is no journal to write to; past it the oldest are only learnt. */
const MAX_UNSAVED = 5_000;

/** The visitor's profile as it grows, and the signals behind it. */
export interface Learner {
  readonly profile: BehaviorSubject<Profile>;
  readonly observations: readonly Observation[];
  /** Signals that are in memory alone: written as soon as there is a journal. */
  readonly unsaved: number;
  /** Learns a burst of signals, and saves it. The write starts in the caller's task; what cannot be written waits in memory. */
  learn(burst: readonly Observation[]): Promise<void>;
  /** Takes a journal, or reads the one at hand again: other tabs write to it too. */
  load(journal?: Journal): Promise<void>;
  /** The journal is lost: what comes now waits for the next one. */
  detach(): void;
  /** The page is left: gives up what is in memory alone to whoever keeps it. */
  leave(keep: (unsaved: readonly Observation[]) => boolean): void;
  /** Forgets the signals that fit, as if they had never been. */
  exclude(fits: (observation: Observation) => boolean): Promise<void>;
  /** Starts from nothing. */
  reset(): void;
}

export function learner(policy: Policy): Learner {
  const profile = new BehaviorSubject(emptyProfile(policy));
  let journal: Journal | undefined;
  let observations: Observation[] = [];
  let unsaved: Observation[] = [];
  /** Learnt since a reading began: what was read does not hold it. */
  let since: Observation[] | undefined;
  let sinceAbsorbed = 0;

  const add = (sum: Profile, observation: Observation): Profile => learn(sum, observation, policy);
  const whole = ({ profile: saved = emptyProfile(policy), since: unlearnt }: Saved): Profile =>
    unlearnt.reduce(add, saved);
  /** By and by: nobody waits for it. Where it fails the signals stay beside the saved profile, for a later reading. */
  const absorb = (into: Journal): void => {
    sinceAbsorbed = 0;
    into.absorb(profile.value.halfLives, whole).catch(() => undefined);
  };
  const wait = (burst: readonly Observation[]): void => void (unsaved = joined(unsaved, burst).slice(-MAX_UNSAVED));

  const self: Learner = {
    profile,
    get observations() {
      return observations;
    },
    get unsaved() {
      return unsaved.length;
    },
    async learn(burst) {
      const saved = journal?.append(burst); // first of all: nothing below may lose it
      if (!journal) wait(burst);
      since?.push(...burst);
      observations = joined(observations, burst).slice(-LEDGER_LENGTH);
      profile.next(burst.reduce(add, profile.value));
      try {
        await saved;
      } catch (error) {
        wait(burst); // a full disk, a database that was closed: the next reading writes it
        throw error;
      }
      sinceAbsorbed += burst.length;
      if (journal && sinceAbsorbed >= ABSORB_EVERY) absorb(journal);
    },
    async load(opened = journal) {
      if (!opened) return;
      // Reading begins and what was not saved yet is written in one task: transactions run in the order of their making.
      const reading = Promise.all([opened.read(profile.value.halfLives), opened.observations(LEDGER_LENGTH)]);
      const waiting = unsaved;
      const late = (since = [...waiting]);
      const writing = (waiting.length > 0 ? opened.append(waiting) : Promise.resolve()).catch((error: unknown) => {
        unsaved = [...waiting, ...unsaved]; // not written: the next journal gets them
        throw error;
      });
      unsaved = [];
      journal = opened;
      const [[saved, newest]] = await Promise.all([reading, writing]);
      if (since !== late) return; // a later reading is under way, and knows more
      since = undefined;
      observations = [...newest, ...late];
      profile.next(late.reduce(add, whole(saved)));
      if (saved.since.length >= ABSORB_LENGTH) absorb(opened);
    },
    detach() {
      journal = undefined;
    },
    leave(keep) {
      if (unsaved.length > 0 && keep(unsaved)) unsaved = [];
    },
    async exclude(fits) {
      unsaved = unsaved.filter((observation) => !fits(observation));
      await journal?.exclude(fits);
      if (journal) return self.load();
      observations = observations.filter((observation) => !fits(observation));
      return profile.next(whole({ profile: undefined, since: observations }));
    },
    reset() {
      observations = [];
      unsaved = [];
      since = undefined;
      profile.next(emptyProfile(policy));
    },
  };
  return self;
}

/** Signals with more of them, of which some take the place of what they tell again. */
function joined(signals: readonly Observation[], more: readonly Observation[]): Observation[] {
  const names = new Set(more.map(({ signal }) => retells(signal)));
  names.delete(undefined);
  const rest = names.size > 0 ? signals.filter(({ signal }) => !names.has(retells(signal))) : signals;
  return [...rest, ...more];
}
