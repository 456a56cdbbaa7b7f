import type { Observation, Profile } from '@penchant/core';
import type { Saved } from './journal.js';
import { META } from './schema.js';
import { answer } from './transact.js';

/** The signals after the one whose key is kept in `meta`. */
export async function after(meta: IDBObjectStore, name: string): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound((await answer<number | undefined>(meta.get(name))) ?? 0, true);
}

/** A profile kept in `meta`, if its half-lives are these. */
export async function profileIn(
  meta: IDBObjectStore,
  name: string,
  halfLives: readonly number[],
): Promise<Profile | undefined> {
  const kept = await answer<Profile | undefined>(meta.get(name));
  return JSON.stringify(kept?.halfLives) === JSON.stringify(halfLives) ? kept : undefined;
}

/** The saved profile, the signals that are not in it yet, and the key of the last one. */
export async function savedIn(
  transaction: IDBTransaction,
  halfLives: readonly number[],
): Promise<Saved & { readonly lastKey: number | undefined }> {
  const [meta, signals] = [transaction.objectStore('meta'), transaction.objectStore('signals')];
  const kept = await profileIn(meta, META.profile, halfLives);
  const range = kept && (await after(meta, META.learntTo));
  const keys = await answer<IDBValidKey[]>(signals.getAllKeys(range));
  const profile = kept ?? (await profileIn(meta, META.base, halfLives));
  const since = await answer<Observation[]>(signals.getAll(range));
  return { profile, since, lastKey: keys.at(-1) as number | undefined }; // the store numbers them itself
}
