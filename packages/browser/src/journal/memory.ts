import { emptyProfile, merge, type Contribution, type Observation, type Policy, type Profile } from '@penchant/core';
import type { Journal } from './journal.js';
import type { Sealed } from './schema.js';

/** A journal that lives as long as the page: where storage is denied, and in tests. */
export function memoryJournal(policy: Policy): Journal {
  let signals: Observation[] = [];
  let sealedTo = 0;
  let spent: ReadonlyMap<number, number> = new Map();
  let saved: Profile = emptyProfile(policy);
  const contributions = new Map<string, Sealed>();
  const small = new Map<string, unknown>();
  const open = (): Contribution[] =>
    [...contributions.values()].flatMap(({ contribution, refused }) => (refused === undefined ? [contribution] : []));

  return {
    kind: 'memory',
    async append(observations, learnt) {
      signals.push(...observations);
      merge(saved, learnt);
    },
    profile: async (halfLives) => (String(saved.halfLives) === String(halfLives) ? structuredClone(saved) : undefined),
    observations: async (limit) => signals.slice(-limit),
    async rebuild(make) {
      saved = make(signals);
      return structuredClone(saved);
    },
    async seal(fold) {
      const pending = signals.slice(sealedTo);
      if (pending.length > 0) {
        const folded = fold(
          pending.map(({ signal }) => signal),
          spent,
        );
        for (const contribution of folded.contributions) contributions.set(contribution.id, { contribution });
        spent = folded.spent;
        sealedTo = signals.length;
      }
      return open();
    },
    async discard(id) {
      contributions.delete(id);
    },
    async refuse(id, reason) {
      const sealed = contributions.get(id);
      if (sealed) contributions.set(id, { ...sealed, refused: reason });
    },
    holdings: async () => ({
      waiting: signals.length - sealedTo,
      sealed: open().length,
      refused: [...contributions.values()].flatMap(({ refused }) => refused ?? []),
    }),
    async keep(name, value) {
      small.set(name, value);
    },
    kept: async (name) => small.get(name),
    async clear() {
      signals = [];
      sealedTo = 0;
      spent = new Map();
      saved = emptyProfile(policy);
      contributions.clear();
      small.clear();
    },
    close() {},
  };
}
