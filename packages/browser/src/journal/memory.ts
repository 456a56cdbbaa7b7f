import { nothingTold, retells, type Contribution, type Observation, type Profile } from '@penchant/core';
import { boundsNow, pastBounds, weighed } from './bounds.js';
import { countsIn, exclude, holdingsOf, waitingIn } from './contributions.js';
import type { Journal, Sent } from './journal.js';
import type { Sealed } from './schema.js';

/** A journal that lives as long as the page: where storage is denied, and in tests. */
export function memoryJournal(): Journal {
  let signals: Observation[] = [];
  let sealedTo = 0;
  let told = nothingTold;
  /** What signals taught that are not at hand any more. */
  let base: Profile | undefined;
  let dropped = 0;
  let lost = { refused: 0, dropped: 0 };
  let uncounted = 0;
  let acknowledged = 0;
  const contributions = new Map<string, Sealed>();
  const small = new Map<string, unknown>();
  let sent: Sent[] = [];
  const open = (): Contribution[] =>
    [...contributions.values()].flatMap(({ contribution, refused }) => (refused === undefined ? [contribution] : []));

  return {
    kind: 'memory',
    async append(observations) {
      for (const observation of observations) {
        const name = retells(observation.signal);
        const before = name ? signals.findIndex(({ signal }) => retells(signal) === name) : -1;
        if (before >= 0) signals.splice(before, 1);
        if (before >= 0 && before < sealedTo) sealedTo--;
        signals.push(observation);
      }
    },
    read: async () => ({ profile: structuredClone(base), since: [...signals] }), // who reads it learns on in it
    async absorb(_halfLives, learn, bounds = boundsNow()) {
      const past = pastBounds(signals, weighed(signals), bounds);
      if (past.signals === 0) return;
      base = learn({ profile: base, since: signals.splice(0, past.signals) });
      const uncountedYet = Math.max(0, past.signals - sealedTo);
      sealedTo = Math.max(0, sealedTo - past.signals);
      dropped += uncountedYet;
      lost.dropped += uncountedYet;
    },
    async exclude(fits) {
      sealedTo -= signals.slice(0, sealedTo).filter(fits).length;
      told = exclude(told, signals, fits);
      signals = signals.filter((observation) => !fits(observation));
    },
    observations: async (limit) => signals.slice(-limit),
    async seal(fold) {
      const pending = signals.slice(sealedTo);
      const folded = fold(
        pending.map(({ signal }) => signal),
        told,
        lost,
      );
      for (const contribution of folded.contributions) contributions.set(contribution.id, { contribution });
      uncounted += folded.uncounted;
      told = folded.told;
      lost = { refused: 0, dropped: 0 };
      sealedTo = signals.length;
      return open();
    },
    async discard(all) {
      for (const contribution of all)
        if (contributions.delete(contribution.id)) {
          acknowledged += countsIn([contribution]);
          sent.push({ at: Date.now(), contribution });
        }
    },
    sent: async () => [...sent],
    async refuse(id, reason) {
      const sealed = contributions.get(id);
      if (!sealed) return;
      contributions.set(id, { ...sealed, refused: reason });
      lost.refused += countsIn([sealed.contribution]);
    },
    holdings: async () => ({
      ...holdingsOf([...contributions.values()], acknowledged),
      waiting: waitingIn(told, signals.slice(sealedTo)),
      uncounted,
      dropped,
    }),
    async keep(name, value) {
      small.set(name, value);
    },
    kept: async (name) => small.get(name),
    async clear() {
      signals = [];
      sealedTo = 0;
      [uncounted, acknowledged, dropped] = [0, 0, 0];
      told = nothingTold;
      base = undefined;
      lost = { refused: 0, dropped: 0 };
      contributions.clear();
      sent = [];
      small.clear();
    },
    close() {},
  };
}
