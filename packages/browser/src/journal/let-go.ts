import { DAY_MS, type Observation } from '@penchant/core';
import type { IDBPTransaction } from 'idb';
import type { Bounds } from './journal.js';
import { after } from './saved.js';
import { numberIn, type JournalSchema } from './schema.js';

type Transaction = IDBPTransaction<JournalSchema, ('signals' | 'meta')[], 'readwrite'>;

/** Most signals in a journal, what they may weigh, and how old they may get. What they taught stays in the profile. */
const MAX_SIGNALS = 20_000;
const MAX_BYTES = 5 * 2 ** 20;
const MAX_AGE_MS = 180 * DAY_MS;

/** What a journal may hold now. */
export const boundsNow = (): Bounds => ({
  maxSignals: MAX_SIGNALS,
  maxBytes: MAX_BYTES,
  oldestAt: Date.now() - MAX_AGE_MS,
});

/** Old signals looked at in one go. */
const AT_ONCE = 100;
/** How full the journal may be after it was too heavy: what comes next must not make every upkeep read all of it. */
const REST_SHARE = 0.9;

const encoder = new TextEncoder();
/** What a signal weighs: as JSON, in bytes. */
const bytesOf = (observation: Observation): number => encoder.encode(JSON.stringify(observation)).byteLength;
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

/** Deletes the oldest signals past the bounds. What they taught is told first; what was not counted yet is lost, and said. */
export async function letGo(
  transaction: Transaction,
  { maxSignals, maxBytes, oldestAt }: Bounds,
  taught: (signals: readonly Observation[]) => Promise<void>,
): Promise<void> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const noted = await weigh(transaction);
  const count = await signals.count();
  const over = count - maxSignals;
  const isHeavy = noted > maxBytes;
  const atOnce = isHeavy ? count : Math.max(AT_ONCE, over);
  const keys = await signals.getAllKeys(undefined, atOnce);
  const oldest = await signals.getAll(undefined, atOnce);
  const weights = oldest.map(bytesOf);
  let rest = isHeavy ? sum(weights) : noted; // all are at hand: weighed anew, without what was taken back since
  const room = rest > maxBytes ? REST_SHARE * maxBytes : maxBytes;
  const kept = oldest.findIndex(({ signal }, i) => {
    if (i >= over && rest <= room && signal.at >= oldestAt) return true;
    rest -= weights[i] ?? 0;
    return false;
  });
  await meta.put(rest, 'bytes');
  const gone = kept < 0 ? oldest : oldest.slice(0, kept);
  if (gone.length === 0) return;
  await taught(gone);
  const sealedTo = await numberIn(meta, 'sealedTo');
  const dropped = keys.slice(0, gone.length).filter((key) => key > sealedTo).length;
  if (dropped > 0) await meta.put((await numberIn(meta, 'dropped')) + dropped, 'dropped');
  await signals.delete(IDBKeyRange.upperBound(keys[gone.length - 1]));
}

/** Weighs the signals that came since the last time, and says what all weigh, at most. */
async function weigh(transaction: Transaction): Promise<number> {
  const [signals, meta] = [transaction.objectStore('signals'), transaction.objectStore('meta')];
  const range = await after(meta, 'weighedTo');
  const keys = await signals.getAllKeys(range);
  const before = await numberIn(meta, 'bytes');
  if (keys.length === 0) return before;
  await meta.put(keys.at(-1), 'weighedTo');
  return before + sum((await signals.getAll(range)).map(bytesOf));
}
