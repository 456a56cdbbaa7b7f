import type { Contribution } from '@penchant/core';
import { boundsNow } from './bounds.js';
import type { Journal } from './journal.js';
import { countsIn, exclude, holdingsOf, toldIn, waitingIn } from './contributions.js';
import { giveUpWhenLeft } from './give-up.js';
import { recovering } from './recover.js';
import { rewrite } from './record.js';
import { letGo } from './let-go.js';
import { after, isNewer, keepProfile, profileIn, savedIn } from './saved.js';
import { numberIn, type JournalDatabase, type Sealed } from './schema.js';
import { transact } from './transact.js';

/** Acknowledged contributions kept as receipts. */
const RECEIPTS = 500;

/** What a journal does in its own time. */
export interface Upkeep extends Pick<
  Journal,
  'absorb' | 'exclude' | 'seal' | 'discard' | 'sent' | 'refuse' | 'holdings' | 'keep'
> {
  /**
   * Until `signal` says that the journal is closed: takes in the signals that pages left, and says so where there were any;
   * gives up what would hold up others while this page is left.
   */
  attend(database: string, signal: AbortSignal, refuse?: (value: unknown) => unknown, onFound?: () => unknown): void;
}

/** Contributions that the collector has not answered for good. */
const open = (all: readonly Sealed[]): Contribution[] =>
  all.flatMap(({ contribution, refused }) => (refused === undefined ? [contribution] : []));

/** The upkeep of a journal in IndexedDB: loaded when it is first needed. */
export const upkeepOf = (db: JournalDatabase): Upkeep => ({
  absorb: async (halfLives, learn, bounds = boundsNow()) =>
    transact(db.transaction(['signals', 'meta'], 'readwrite', { durability: 'relaxed' }), async (transaction) => {
      const meta = transaction.objectStore('meta');
      const saved = await savedIn(transaction, halfLives);
      const { lastKey } = saved;
      if (lastKey !== undefined)
        await Promise.all([keepProfile(meta, 'profile', learn(saved)), meta.put(lastKey, 'learntTo')]);
      if (await isNewer(meta, 'base')) return; // what it cannot read it cannot add to: no signal may go
      await letGo(transaction, bounds, saved, async (since) => {
        await keepProfile(meta, 'base', learn({ profile: await profileIn(meta, 'base', halfLives), since }));
      });
    }),
  exclude: async (fits) =>
    transact(db.transaction(['signals', 'meta'], 'readwrite', { durability: 'strict' }), async (transaction) => {
      const [store, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
      const keys = await store.getAllKeys();
      const all = await store.getAll();
      await Promise.all([
        ...all.map((record, i) => {
          const signals = [record].flat();
          const rest = signals.filter((observation) => !fits(observation));
          return rest.length < signals.length && rewrite(store, keys[i] ?? 0, rest);
        }),
        meta.delete('profile'), // the next reading makes it anew, from the rest
        meta.put(exclude(await toldIn(meta), all.flat(), fits), 'told'),
      ]);
    }),
  seal: async (fold) =>
    transact(
      db.transaction(['signals', 'contributions', 'meta'], 'readwrite', { durability: 'strict' }),
      async (transaction) => {
        const [signals, contributions, meta] = [
          transaction.objectStore('signals'),
          transaction.objectStore('contributions'),
          transaction.objectStore('meta'),
        ];
        const range = await after(meta, 'sealedTo');
        const keys = await signals.getAllKeys(range);
        const pending = (await signals.getAll(range)).flat();
        const sealed = await contributions.getAll();
        const inRefused = holdingsOf(sealed, 0).counted.refused;
        const dropped = await numberIn(meta, 'dropped');
        const folded = fold(
          pending.map(({ signal }) => signal),
          await toldIn(meta),
          {
            refused: inRefused - (await numberIn(meta, 'toldRefused')),
            dropped: dropped - (await numberIn(meta, 'toldDropped')),
          },
        );
        const isNews = keys.length + folded.contributions.length + Object.keys(folded.told.lost).length > 0;
        if (!isNews) return open(sealed); // nothing to write: a page that idles wakes no disk
        await Promise.all([
          ...folded.contributions.map((contribution) => contributions.put({ contribution }, contribution.id)),
          meta.put(folded.told, 'told'),
          meta.put(inRefused, 'toldRefused'),
          meta.put(dropped, 'toldDropped'),
          keys.length > 0 && meta.put(keys.at(-1), 'sealedTo'),
          meta.put((await numberIn(meta, 'uncounted')) + folded.uncounted, 'uncounted'),
        ]);
        return [...open(sealed), ...folded.contributions];
      },
    ),
  discard: async (acknowledged) =>
    transact(
      db.transaction(['contributions', 'sent', 'meta'], 'readwrite', { durability: 'relaxed' }),
      async (transaction) => {
        const [contributions, sent, meta] = [
          transaction.objectStore('contributions'),
          transaction.objectStore('sent'),
          transaction.objectStore('meta'),
        ];
        const sealed = new Set(await contributions.getAllKeys());
        const due = acknowledged.filter(({ id }) => sealed.has(id));
        if (due.length === 0) return; // forgotten meanwhile: nothing is written
        const counted = (await numberIn(meta, 'acknowledged')) + countsIn(due);
        const at = Date.now();
        const receipts = await Promise.all(due.map((contribution) => sent.add({ at, contribution })));
        await Promise.all([
          ...due.map(({ id }) => contributions.delete(id)),
          meta.put(counted, 'acknowledged'),
          sent.delete(IDBKeyRange.upperBound(Math.max(...receipts) - RECEIPTS)),
        ]);
      },
    ),
  sent: async () => transact(db.transaction('sent'), ({ store }) => store.getAll()),
  refuse: async (id, reason) =>
    transact(db.transaction('contributions', 'readwrite', { durability: 'relaxed' }), async ({ store }) => {
      const sealed = await store.get(id);
      if (sealed) await store.put({ ...sealed, refused: reason }, id);
    }),
  holdings: async () =>
    transact(db.transaction(['signals', 'contributions', 'meta']), async (transaction) => {
      const meta = transaction.objectStore('meta');
      const uncounted = (await transaction.objectStore('signals').getAll(await after(meta, 'sealedTo'))).flat();
      return {
        ...holdingsOf(await transaction.objectStore('contributions').getAll(), await numberIn(meta, 'acknowledged')),
        waiting: waitingIn(await toldIn(meta), uncounted),
        uncounted: await numberIn(meta, 'uncounted'),
        dropped: await numberIn(meta, 'dropped'),
      };
    }),
  keep: async (name, value) =>
    transact(db.transaction('meta', 'readwrite', { durability: 'relaxed' }), async ({ store }) => {
      await store.put(value, `kept ${name}`);
    }),
  attend(database, signal, ...how) {
    giveUpWhenLeft(signal);
    recovering(db, database, signal, ...how);
  },
});
