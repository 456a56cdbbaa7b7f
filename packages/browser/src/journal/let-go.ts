import type { Observation } from '@penchant/core';
import type { IDBPTransaction } from 'idb';
import { pastBounds, weighed, type Weighed } from './bounds.js';
import type { Bounds } from './journal.js';
import { rewrite } from './record.js';
import { after, type Read } from './saved.js';
import { noteIn, numberIn, type JournalSchema } from './schema.js';

type Transaction = IDBPTransaction<JournalSchema, ('signals' | 'meta')[], 'readwrite'>;

/** Old records looked at in one go. */
const AT_ONCE = 100;

/** Deletes the oldest signals past the bounds. What they taught is told first; what was not counted yet is lost, and said. */
export async function letGo(
  transaction: Transaction,
  bounds: Bounds,
  read: Read,
  taught: (signals: readonly Observation[]) => Promise<void>,
): Promise<void> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const keep = ({ bytes, signals: many }: Weighed): Promise<unknown> =>
    Promise.all([meta.put(bytes, 'bytes'), meta.put(many, 'signals')]);
  const noted = await weigh(transaction, read);
  const first = (await signals.getAll(undefined, 1)).flat();
  if (pastBounds(first, noted, bounds).signals === 0) return void (await keep(noted));
  const isOver = noted.bytes > bounds.maxBytes || noted.signals > bounds.maxSignals;
  const atOnce = isOver ? undefined : AT_ONCE;
  const keys = await signals.getAllKeys(undefined, atOnce);
  const records = (await signals.getAll(undefined, atOnce)).map((record) => [record].flat());
  const oldest = records.flat();
  const all = isOver ? weighed(oldest) : noted; // all are at hand: weighed anew, without what was taken back since
  const past = pastBounds(oldest, all, bounds);
  const gone = oldest.slice(0, past.signals);
  await keep({ bytes: all.bytes - past.bytes, signals: all.signals - gone.length });
  if (gone.length === 0) return;
  await taught(gone);
  const sealedTo = await numberIn(meta, 'sealedTo');
  const at = records.flatMap((record, i) => record.map(() => keys[i] ?? 0));
  const [last = 0] = at.slice(gone.length - 1);
  const dropped = at.slice(0, gone.length).filter((key) => key > sealedTo).length;
  if (dropped > 0) await meta.put((await numberIn(meta, 'dropped')) + dropped, 'dropped');
  await signals.delete(IDBKeyRange.upperBound(last, true));
  await rewrite(
    signals,
    last,
    oldest.filter((_, i) => i >= gone.length && at[i] === last),
  );
}

/** Weighs and counts the signals that came since the last time, and says what all weigh and how many they are, at most. */
async function weigh(transaction: Transaction, read: Read): Promise<Weighed> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const counted = await noteIn(meta, 'signals');
  const isFirst = counted === undefined; // version 1 did not count
  const isRead = read.fromKey === (isFirst ? 0 : await numberIn(meta, 'weighedTo')); // mostly: then nothing is read twice
  const range = isFirst ? undefined : await after(meta, 'weighedTo');
  const late = isRead ? read.since : (await signals.getAll(range)).flat();
  const lastKey = isRead ? read.lastKey : (await signals.getAllKeys(range)).at(-1);
  if (lastKey !== undefined) await meta.put(lastKey, 'weighedTo');
  const more = weighed(late);
  const before = isFirst ? 0 : await numberIn(meta, 'bytes');
  return { bytes: before + more.bytes, signals: (counted ?? 0) + more.signals };
}
