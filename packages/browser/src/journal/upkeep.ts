import type { Observation } from '@penchant/core';
import type { Journal } from './journal.js';
import { countsIn, holdingsOf } from './contributions.js';
import { letGo } from './let-go.js';
import { after, isNewer, keepProfile, numberIn, profileIn, savedIn } from './saved.js';
import { META, type Sealed } from './schema.js';
import { answer, transact } from './transact.js';

/** Acknowledged contributions kept as receipts. */
const RECEIPTS = 500;

/** What a journal does in its own time. */
export type Upkeep = Pick<Journal, 'absorb' | 'exclude' | 'seal' | 'discard' | 'refuse' | 'holdings'>;

/** The upkeep of a journal in IndexedDB: loaded when it is first needed. */
export const upkeepOf = (db: IDBDatabase): Upkeep => ({
  absorb: (halfLives, learn, bounds) =>
    transact(db, ['signals', 'meta'], 'relaxed', async (transaction) => {
      const meta = transaction.objectStore('meta');
      const { lastKey, ...saved } = await savedIn(transaction, halfLives);
      if (lastKey !== undefined) {
        keepProfile(meta, META.profile, learn(saved));
        meta.put(lastKey, META.learntTo);
      }
      if (await isNewer(meta, META.base)) return; // what it cannot read it cannot add to: no signal may go
      await letGo(transaction, bounds, async (since) => {
        keepProfile(meta, META.base, learn({ profile: await profileIn(meta, META.base, halfLives), since }));
      });
    }),
  exclude: (fits) =>
    transact(db, ['signals', 'meta'], 'strict', async (transaction) => {
      const signals = transaction.objectStore('signals');
      const keys = await answer(signals.getAllKeys());
      const all = await answer<Observation[]>(signals.getAll());
      all.forEach((observation, i) => fits(observation) && void signals.delete(keys[i] ?? 0));
      transaction.objectStore('meta').delete(META.profile); // the next reading makes it anew, from the rest
    }),
  seal: (fold) =>
    transact(db, ['signals', 'contributions', 'meta'], 'strict', async (transaction) => {
      const [signals, contributions, meta] = [
        transaction.objectStore('signals'),
        transaction.objectStore('contributions'),
        transaction.objectStore('meta'),
      ];
      const range = await after(meta, META.sealedTo);
      const keys = await answer(signals.getAllKeys(range));
      if (keys.length > 0) {
        const pending = await answer<Observation[]>(signals.getAll(range));
        const spent = await answer<ReadonlyMap<number, number> | undefined>(meta.get(META.spent));
        const folded = fold(
          pending.map(({ signal }) => signal),
          spent ?? new Map(),
        );
        for (const contribution of folded.contributions) contributions.put({ contribution }, contribution.id);
        meta.put(folded.spent, META.spent);
        meta.put(keys.at(-1), META.sealedTo);
        const counted = countsIn(folded.contributions);
        meta.put((await numberIn(meta, META.uncounted)) + keys.length - counted, META.uncounted);
      }
      const sealed = await answer<Sealed[]>(contributions.getAll());
      return sealed.filter(({ refused }) => refused === undefined).map(({ contribution }) => contribution);
    }),
  discard: (id) =>
    transact(db, ['contributions', 'sent', 'meta'], 'relaxed', async (transaction) => {
      const [contributions, sent, meta] = [
        transaction.objectStore('contributions'),
        transaction.objectStore('sent'),
        transaction.objectStore('meta'),
      ];
      const sealed = await answer<Sealed | undefined>(contributions.get(id));
      if (!sealed) return;
      contributions.delete(id);
      meta.put((await numberIn(meta, META.acknowledged)) + countsIn([sealed.contribution]), META.acknowledged);
      const key = await answer(sent.add({ at: Date.now(), contribution: sealed.contribution }));
      sent.delete(IDBKeyRange.upperBound(Number(key) - RECEIPTS));
    }),
  refuse: (id, reason) =>
    transact(db, ['contributions'], 'relaxed', async (transaction) => {
      const contributions = transaction.objectStore('contributions');
      const sealed = await answer<Sealed | undefined>(contributions.get(id));
      if (sealed) contributions.put({ ...sealed, refused: reason }, id);
    }),
  holdings: () =>
    transact(db, ['signals', 'contributions', 'meta'], undefined, async (transaction) => {
      const meta = transaction.objectStore('meta');
      const range = await after(meta, META.sealedTo);
      const all = await answer<Sealed[]>(transaction.objectStore('contributions').getAll());
      return {
        ...holdingsOf(all, await numberIn(meta, META.acknowledged)),
        waiting: await answer(transaction.objectStore('signals').count(range)),
        uncounted: await numberIn(meta, META.uncounted),
        dropped: await numberIn(meta, META.dropped),
      };
    }),
});
