import type { Observation } from '@penchant/core';
import type { Bounds, Journal } from './journal.js';
import { after, profileIn, savedIn } from './saved.js';
import { META, type Sealed } from './schema.js';
import { answer, transact } from './transact.js';

/** Acknowledged contributions kept as receipts. */
const RECEIPTS = 500;
/** Old signals looked at in one go. */
const AT_ONCE = 100;

/** What a journal does in its own time. */
export type Upkeep = Pick<Journal, 'absorb' | 'exclude' | 'seal' | 'discard' | 'refuse' | 'holdings'>;

/** The upkeep of a journal in IndexedDB: loaded when it is first needed. */
export const upkeepOf = (db: IDBDatabase): Upkeep => ({
  absorb: (halfLives, learn, bounds) =>
    transact(db, ['signals', 'meta'], 'relaxed', async (transaction) => {
      const meta = transaction.objectStore('meta');
      const { lastKey, ...saved } = await savedIn(transaction, halfLives);
      if (lastKey !== undefined) {
        meta.put(learn(saved), META.profile);
        meta.put(lastKey, META.learntTo);
      }
      await letGo(transaction, bounds, async (since) => {
        meta.put(learn({ profile: await profileIn(meta, META.base, halfLives), since }), META.base);
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
      }
      const sealed = await answer<Sealed[]>(contributions.getAll());
      return sealed.filter(({ refused }) => refused === undefined).map(({ contribution }) => contribution);
    }),
  discard: (id) =>
    transact(db, ['contributions', 'sent'], 'relaxed', async (transaction) => {
      const [contributions, sent] = [transaction.objectStore('contributions'), transaction.objectStore('sent')];
      const sealed = await answer<Sealed | undefined>(contributions.get(id));
      if (!sealed) return;
      contributions.delete(id);
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
      const refused = all.flatMap((sealed) => sealed.refused ?? []);
      const waiting = await answer(transaction.objectStore('signals').count(range));
      const dropped = (await answer<number | undefined>(meta.get(META.dropped))) ?? 0;
      return { waiting, sealed: all.length - refused.length, refused, dropped };
    }),
});

/** Deletes the oldest signals past the bounds. What they taught is told first; what was not counted yet is lost, and said. */
async function letGo(
  transaction: IDBTransaction,
  { maxSignals, oldestAt }: Bounds,
  taught: (signals: readonly Observation[]) => Promise<void>,
): Promise<void> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const over = (await answer(signals.count())) - maxSignals;
  const atOnce = Math.max(AT_ONCE, over);
  const keys = await answer(signals.getAllKeys(undefined, atOnce));
  const oldest = await answer<Observation[]>(signals.getAll(undefined, atOnce));
  const kept = oldest.findIndex(({ signal }, i) => i >= over && signal.at >= oldestAt);
  const gone = kept < 0 ? oldest : oldest.slice(0, kept);
  if (gone.length === 0) return;
  await taught(gone);
  const sealedTo = (await answer<number | undefined>(meta.get(META.sealedTo))) ?? 0;
  const dropped = keys.slice(0, gone.length).filter((key) => Number(key) > sealedTo).length;
  const before = (await answer<number | undefined>(meta.get(META.dropped))) ?? 0;
  if (dropped > 0) meta.put(before + dropped, META.dropped);
  signals.delete(IDBKeyRange.upperBound(keys[gone.length - 1]));
}
