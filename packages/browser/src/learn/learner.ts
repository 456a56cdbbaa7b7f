import { retells, type Observation, type Profile } from '@penchant/core';
import type { Journal, Saved } from '../journal/journal.js';
import { lastWords } from '../last-words.js';
import type { Scoring } from '../scoring.js';
import { learnt, type Learnt } from './learnt.js';

/** Newest signals kept at hand to explain scores by, at least; older ones are explained together. */
const LEDGER_LENGTH = 1_000;
/** Signals that may lie beside the saved profile before they are moved into it: at the start of a page, and while it goes on. */
const ABSORB_LENGTH = 64;
const ABSORB_EVERY = 5_000;
/** Signals that may wait in memory while there is no journal to write to. */
const MAX_UNSAVED = 5_000;

/** The visitor's profile as it grows, and the signals behind it. */
export interface Learner {
  readonly profile: Learnt;
  readonly observations: readonly Observation[];
  /** Signals that may be in memory alone: written as soon as there is a journal, or being written. */
  readonly unsaved: readonly Observation[];
  /** Whether as many wait as may: who learns more now grows the page's memory. */
  readonly isFull: boolean;
  /** Takes what scores, and learns all that was told so far. */
  think(by: Scoring): Promise<void>;
  /** Learns a burst of signals, and saves it. The write starts in the caller's task; what cannot be written waits in memory. */
  learn(burst: readonly Observation[]): Promise<void>;
  /** Takes a journal, or reads the one at hand again: other tabs write to it too. What is in it is at hand once this resolves. */
  load(journal?: Journal): Promise<void>;
  /** The journal is lost: what comes now waits for the next one. */
  detach(): void;
  /** The page is left: gives what may be in memory alone to whoever keeps it. */
  leave(keep: (unsaved: readonly Observation[]) => boolean): void;
  /** Forgets the signals that fit, as if they had never been. */
  exclude(fits: (observation: Observation) => boolean): Promise<void>;
  /** Starts from nothing. */
  reset(): void;
}

export function learner(): Learner {
  let scoring: Scoring | undefined;
  let journal: Journal | undefined;
  let observations: Observation[] = [];
  /** Whether some of them are told again by later ones: sorted out when somebody asks, for what goes on is told each second. */
  let isRetold = false;
  let unsaved: Observation[] = [];
  /** On its way into the journal. A write that waits for its turn ends with the page, though it was committed at once. */
  const writing = new Set<readonly Observation[]>();
  /** Learnt since a reading began: what was read does not hold it. */
  let since: Observation[] | undefined;
  /** The reading that began last: who waits for an earlier one waits for it too. */
  let newest: Promise<void>;
  let sinceAbsorbed = 0;

  const wholeBy =
    (by: Scoring) =>
    ({ profile: saved = by.emptyProfile(), since: unlearnt }: Saved): Profile =>
      unlearnt.reduce((sum, observation) => by.learn(sum, observation), saved);
  const profile = learnt((saved, more) => (scoring ? wholeBy(scoring)({ profile: saved, since: more }) : saved));
  /** By and by: nobody waits for it. Where it fails the signals stay beside the saved profile, for a later reading. */
  const absorb = (into: Journal): void => {
    sinceAbsorbed = 0;
    const { value } = profile; // all that was told: what waits to be learnt does not grow without end
    if (scoring && value) into.absorb(value.halfLives, wholeBy(scoring)).catch(() => undefined);
  };
  /** Adds to the signals at hand, of which the oldest go now and then: to copy a thousand at each burst costs more than to keep them. */
  const note = (burst: readonly Observation[]): void => {
    observations.push(...burst);
    isRetold ||= retold(burst);
    if (observations.length >= 2 * LEDGER_LENGTH) observations = lastWords(observations).slice(-LEDGER_LENGTH);
  };
  const wait = (signals: readonly Observation[], more: readonly Observation[]): void =>
    void (unsaved = joined(signals, more));
  const write = (to: Journal, burst: readonly Observation[]): Promise<unknown> => {
    writing.add(burst);
    return to.append(burst).then(
      () => writing.delete(burst),
      (error: unknown) => {
        if (writing.delete(burst)) wait(burst, unsaved); // a full disk, a database that was closed: the next reading writes it
        throw error;
      },
    );
  };

  const read = async (opened: Journal): Promise<void> => {
    // Reading begins and what was not saved yet is written in one task: transactions run in the order of their making.
    const by = scoring;
    const reading = Promise.all([
      profile.known && opened.read(profile.known.halfLives),
      opened.observations(LEDGER_LENGTH),
    ]);
    const waiting = unsaved;
    const late = (since = [...waiting]);
    const saving = waiting.length > 0 && write(opened, waiting);
    unsaved = [];
    journal = opened;
    const [[saved, observed]] = await Promise.all([reading, saving]);
    if (since !== late) return since && newest.catch(() => undefined); // a later reading is under way, and knows more
    since = undefined;
    observations = joined(observed, late);
    if (!by || !saved) return;
    profile.become(wholeBy(by)(saved));
    profile.tell(late);
    if (saved.since.length >= ABSORB_LENGTH) absorb(opened);
  };

  const self: Learner = {
    profile,
    get observations() {
      if (isRetold) observations = lastWords(observations);
      isRetold = false;
      return observations;
    },
    get unsaved() {
      return [...[...writing].flat(), ...unsaved];
    },
    get isFull() {
      return unsaved.length >= MAX_UNSAVED;
    },
    think(by) {
      scoring = by;
      profile.become(by.emptyProfile());
      profile.tell(self.unsaved);
      return self.load();
    },
    async learn(burst) {
      const saved = journal ? write(journal, burst) : wait(unsaved, burst); // first of all: nothing below may lose it
      since?.push(...burst);
      note(burst);
      profile.tell(burst);
      await saved;
      sinceAbsorbed += burst.length;
      if (journal && sinceAbsorbed >= ABSORB_EVERY) absorb(journal);
    },
    load: async (opened = journal) => opened && (newest = read(opened)),
    detach() {
      journal = undefined;
    },
    leave(keep) {
      if (keep(self.unsaved)) unsaved = [];
    },
    async exclude(fits) {
      unsaved = unsaved.filter((observation) => !fits(observation));
      await journal?.exclude(fits);
      if (journal) return self.load();
      observations = self.observations.filter((observation) => !fits(observation));
      profile.become(scoring?.emptyProfile());
      profile.tell(observations);
    },
    reset() {
      observations = [];
      unsaved = [];
      writing.clear();
      since = undefined;
      profile.become(scoring?.emptyProfile());
    },
  };
  return self;
}

/** Signals with more of them, of which some take the place of what they tell again. */
function joined(signals: readonly Observation[], more: readonly Observation[]): Observation[] {
  const all = signals.concat(more); // faster than to spread a thousand at each burst
  return retold(more) ? lastWords(all) : all;
}

const retold = (signals: readonly Observation[]): boolean => signals.some(({ signal }) => retells(signal));
