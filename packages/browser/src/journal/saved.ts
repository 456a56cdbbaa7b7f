import type { Profile } from '@penchant/core';
import type { IDBPTransaction } from 'idb';
import type { Saved } from './journal.js';
import { noteIn, type JournalSchema, type Meta } from './schema.js';

/** The signals after the one whose key is noted in `meta`. */
export async function after(meta: Meta, name: 'learntTo' | 'sealedTo'): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound((await noteIn(meta, name)) ?? 0, true);
}

/** A profile noted in `meta`, if its half-lives are these. */
export async function profileIn(
  meta: Meta,
  name: 'profile' | 'base',
  halfLives: readonly number[],
): Promise<Profile | undefined> {
  const noted = await noteIn(meta, name);
  return JSON.stringify(noted?.halfLives) === JSON.stringify(halfLives) ? noted : undefined;
}

/** The saved profile, the signals that are not in it yet, and the key of the last one. */
export async function savedIn<Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<JournalSchema, ('signals' | 'meta')[], Mode>,
  halfLives: readonly number[],
): Promise<Saved & { readonly lastKey: number | undefined }> {
  const [meta, signals] = [transaction.objectStore('meta'), transaction.objectStore('signals')];
  const saved = await profileIn(meta, 'profile', halfLives);
  const range = saved && (await after(meta, 'learntTo'));
  const keys = await signals.getAllKeys(range);
  const profile = saved ?? (await profileIn(meta, 'base', halfLives));
  return { profile, since: await signals.getAll(range), lastKey: keys.at(-1) };
}
