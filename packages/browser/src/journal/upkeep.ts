import type { Observation } from '@penchant/core';
import type { IDBPTransaction } from 'idb';
import type { Bounds, Journal } from './journal.js';
import { after, profileIn, savedIn } from './saved.js';
import { noteIn, type JournalDatabase, type JournalSchema } from './schema.js';
import { transact } from './transact.js';

/** Acknowledged contributions kept as receipts. */
const RECEIPTS = 500;
/** Old signals looked at in one go. */
const AT_ONCE = 100;

/** What a journal does in its own time. */
export type Upkeep = Pick<Journal, 'absorb' | 'exclude' | 'seal' | 'discard' | 'refuse' | 'holdings'>;

/** The upkeep of a journal in IndexedDB: loaded when it is first needed. */
export const upkeepOf = (db: JournalDatabase): Upkeep => ({
  absorb: async (halfLives, learn, bounds) =>
    transact(db.transaction(['signals', 'meta'], 'readwrite', { durability: 'relaxed' }), async (transaction) => {
      const meta = transaction.objectStore('meta');
      const { lastKey, ...saved } = await savedIn(transaction, halfLives);
      if (lastKey !== undefined) await Promise.all([meta.put(learn(saved), 'profile'), meta.put(lastKey, 'learntTo')]);
      await letGo(transaction, bounds, async (since) => {
        await meta.put(learn({ profile: await profileIn(meta, 'base', halfLives), since }), 'base');
      });
    }),
  exclude: async (fits) =>
    transact(db.transaction(['signals', 'meta'], 'readwrite', { durability: 'strict' }), async (transaction) => {
      const signals = transaction.objectStore('signals');
      const keys = await signals.getAllKeys();
      const all = await signals.getAll();
      await Promise.all([
        ...all.map((observation, i) => fits(observation) && signals.delete(keys[i] ?? 0)),
        transaction.objectStore('meta').delete('profile'), // the next reading makes it anew, from the rest
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
        if (keys.length > 0) {
          const pending = await signals.getAll(range);
          const folded = fold(
            pending.map(({ signal }) => signal),
            (await noteIn(meta, 'spent')) ?? new Map(),
          );
          await Promise.all([
            ...folded.contributions.map((contribution) => contributions.put({ contribution }, contribution.id)),
            meta.put(folded.spent, 'spent'),
            meta.put(keys.at(-1), 'sealedTo'),
          ]);
        }
        const sealed = await contributions.getAll();
        return sealed.filter(({ refused }) => refused === undefined).map(({ contribution }) => contribution);
      },
    ),
  discard: async (id) =>
    transact(db.transaction(['contributions', 'sent'], 'readwrite', { durability: 'relaxed' }), async (transaction) => {
      const [contributions, sent] = [transaction.objectStore('contributions'), transaction.objectStore('sent')];
      const sealed = await contributions.get(id);
      if (!sealed) return;
      await contributions.delete(id);
      const key = await sent.add({ at: Date.now(), contribution: sealed.contribution });
      await sent.delete(IDBKeyRange.upperBound(key - RECEIPTS));
    }),
  refuse: async (id, reason) =>
    transact(db.transaction('contributions', 'readwrite', { durability: 'relaxed' }), async ({ store }) => {
      const sealed = await store.get(id);
      if (sealed) await store.put({ ...sealed, refused: reason }, id);
    }),
  holdings: async () =>
    transact(db.transaction(['signals', 'contributions', 'meta']), async (transaction) => {
      const meta = transaction.objectStore('meta');
      const all = await transaction.objectStore('contributions').getAll();
      const refused = all.flatMap((sealed) => sealed.refused ?? []);
      const waiting = await transaction.objectStore('signals').count(await after(meta, 'sealedTo'));
      const dropped = (await noteIn(meta, 'dropped')) ?? 0;
      return { waiting, sealed: all.length - refused.length, refused, dropped };
    }),
});

/** Deletes the oldest signals past the bounds. What they taught is told first; what was not counted yet is lost, and said. */
async function letGo(
  transaction: IDBPTransaction<JournalSchema, ('signals' | 'meta')[], 'readwrite'>,
  { maxSignals, oldestAt }: Bounds,
  taught: (signals: readonly Observation[]) => Promise<void>,
): Promise<void> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const over = (await signals.count()) - maxSignals;
  const atOnce = Math.max(AT_ONCE, over);
  const keys = await signals.getAllKeys(undefined, atOnce);
  const oldest = await signals.getAll(undefined, atOnce);
  const kept = oldest.findIndex(({ signal }, i) => i >= over && signal.at >= oldestAt);
  const gone = kept < 0 ? oldest : oldest.slice(0, kept);
  if (gone.length === 0) return;
  await taught(gone);
  const sealedTo = (await noteIn(meta, 'sealedTo')) ?? 0;
  const dropped = keys.slice(0, gone.length).filter((key) => key > sealedTo).length;
  if (dropped > 0) await meta.put(((await noteIn(meta, 'dropped')) ?? 0) + dropped, 'dropped');
  await signals.delete(IDBKeyRange.upperBound(keys[gone.length - 1]));
}
