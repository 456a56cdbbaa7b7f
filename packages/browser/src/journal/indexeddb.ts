import type { Observation, Profile } from '@penchant/core';
import { openDB, type IDBPTransaction, type StoreNames } from 'idb';
import type { Holdings, Journal, Saved } from './journal.js';
import { META, STORES, upgrade, VERSION, type JournalDatabase, type JournalSchema } from './schema.js';

type Transaction = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], 'readwrite'>;

/**
 * A journal in IndexedDB. Signals are written with relaxed durability (they survive a killed browser, not always a power
 * cut); what is about to be sent is written strictly, before it is sent.
 * @throws DOMException when the browser denies or lacks IndexedDB.
 */
export async function indexedDbJournal(database: string): Promise<Journal> {
  const db: JournalDatabase = await openDB<JournalSchema>(database, VERSION, { upgrade });
  const write = (durability: 'relaxed' | 'strict', stores: StoreNames<JournalSchema>[]): Transaction =>
    db.transaction(stores, 'readwrite', { durability });

  return {
    kind: 'indexeddb',
    async append(observations) {
      const tx = write('relaxed', ['signals']);
      for (const observation of observations) void tx.objectStore('signals').add(observation);
      tx.commit(); // now: a page that is being left never gets to commit by itself
      await tx.done;
    },
    async read(halfLives) {
      return savedIn(db.transaction(['signals', 'meta']), halfLives);
    },
    async absorb(halfLives, learn) {
      const tx = write('relaxed', ['signals', 'meta']);
      const { lastKey, ...saved } = await savedIn(tx, halfLives);
      if (lastKey !== undefined) {
        void tx.objectStore('meta').put(learn(saved), META.profile);
        void tx.objectStore('meta').put(lastKey, META.learntTo);
      }
      await tx.done;
    },
    async observations(limit) {
      const newest: Observation[] = [];
      for (
        let at = await db.transaction('signals').store.openCursor(null, 'prev');
        at && newest.length < limit;
        at = await at.continue()
      )
        newest.push(at.value);
      return newest.reverse();
    },
    async seal(fold) {
      const tx = write('strict', ['signals', 'contributions', 'meta']);
      const [signals, contributions, meta] = [
        tx.objectStore('signals'),
        tx.objectStore('contributions'),
        tx.objectStore('meta'),
      ];
      const range = await after(tx, META.sealedTo);
      const keys = await signals.getAllKeys(range);
      if (keys.length > 0) {
        const pending = await signals.getAll(range);
        const spent = ((await meta.get(META.spent)) ?? new Map()) as Map<number, number>;
        const folded = fold(
          pending.map(({ signal }) => signal),
          spent,
        );
        for (const contribution of folded.contributions) void contributions.put({ contribution }, contribution.id);
        void meta.put(folded.spent, META.spent);
        void meta.put(keys.at(-1), META.sealedTo);
      }
      const sealed = await contributions.getAll();
      await tx.done;
      return sealed.filter(({ refused }) => refused === undefined).map(({ contribution }) => contribution);
    },
    discard: (id) => db.delete('contributions', id),
    async refuse(id, reason) {
      const tx = write('relaxed', ['contributions']);
      const sealed = await tx.objectStore('contributions').get(id);
      if (sealed) void tx.objectStore('contributions').put({ ...sealed, refused: reason }, id);
      await tx.done;
    },
    async holdings(): Promise<Holdings> {
      const tx = db.transaction(['signals', 'contributions', 'meta']);
      const range = await after(tx, META.sealedTo);
      const all = await tx.objectStore('contributions').getAll();
      const refused = all.flatMap((sealed) => sealed.refused ?? []);
      return { waiting: await tx.objectStore('signals').count(range), sealed: all.length - refused.length, refused };
    },
    async keep(name, value) {
      await db.put('meta', value, `kept ${name}`);
    },
    kept: (name) => db.get('meta', `kept ${name}`),
    async clear() {
      const tx = write('strict', [...STORES]);
      await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
      await tx.done;
    },
    close: () => db.close(),
  };
}

type AnyTransaction = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], IDBTransactionMode>;

/** The signals after the one whose key is kept in `meta`. */
async function after(tx: AnyTransaction, name: string): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound(((await tx.objectStore('meta').get(name)) as number | undefined) ?? 0, true);
}

/** The saved profile, the signals that are not in it yet, and the key of the last one. */
async function savedIn(
  tx: AnyTransaction,
  halfLives: readonly number[],
): Promise<Saved & { readonly lastKey: number | undefined }> {
  const kept = (await tx.objectStore('meta').get(META.profile)) as Profile | undefined;
  const profile = JSON.stringify(kept?.halfLives) === JSON.stringify(halfLives) ? kept : undefined;
  const range = profile && (await after(tx, META.learntTo));
  const signals = tx.objectStore('signals');
  const keys = await signals.getAllKeys(range);
  return { profile, since: await signals.getAll(range), lastKey: keys.at(-1) };
}
