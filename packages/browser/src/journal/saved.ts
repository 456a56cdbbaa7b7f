import { PROFILE_VERSION, type Observation, type Profile } from '@penchant/core';
import type { Saved } from './journal.js';
import { META } from './schema.js';
import { answer } from './transact.js';

/** The signals after the one whose key is kept in `meta`. */
export async function after(meta: IDBObjectStore, name: string): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound(await numberIn(meta, name), true);
}

/** A number kept in `meta`: nothing was put there, it is 0. */
export const numberIn = async (meta: IDBObjectStore, name: string): Promise<number> =>
  (await answer<number | undefined>(meta.get(name))) ?? 0;

/** A profile as it is kept: with the version of what it is made of. */
type Kept = Profile & { readonly version: number };

export const keepProfile = (meta: IDBObjectStore, name: string, profile: Profile): void =>
  void meta.put({ ...profile, version: PROFILE_VERSION } satisfies Kept, name);

/** Whether a newer version of this code kept the profile: it must find it again. */
export const isNewer = async (meta: IDBObjectStore, name: string): Promise<boolean> =>
  ((await answer<Kept | undefined>(meta.get(name)))?.version ?? 0) > PROFILE_VERSION;

/** A profile kept in `meta`, if it is made of what this code knows, and its half-lives are these. */
export async function profileIn(
  meta: IDBObjectStore,
  name: string,
  halfLives: readonly number[],
): Promise<Profile | undefined> {
  const kept = await answer<Kept | undefined>(meta.get(name));
  return kept?.version === PROFILE_VERSION && JSON.stringify(kept.halfLives) === JSON.stringify(halfLives)
    ? kept
    : undefined;
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
