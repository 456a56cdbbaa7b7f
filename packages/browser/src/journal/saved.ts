import { PROFILE_VERSION, type Profile } from '@penchant/core';
import type { IDBPTransaction } from 'idb';
import type { Saved } from './journal.js';
import { noteIn, numberIn, type JournalSchema, type Meta, type WritableMeta } from './schema.js';

/** The records of signals after the one whose key is noted in `meta`. */
export async function after(meta: Meta, name: 'sealedTo' | 'weighedTo'): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound(await numberIn(meta, name), true);
}

export const keepProfile = (meta: WritableMeta, name: 'profile' | 'base', profile: Profile): Promise<unknown> =>
  meta.put({ ...profile, version: PROFILE_VERSION }, name);

/** Whether a newer version of this code kept the profile: it must find it again. */
export const isNewer = async (meta: Meta, name: 'profile' | 'base'): Promise<boolean> =>
  ((await noteIn(meta, name))?.version ?? 0) > PROFILE_VERSION;

/** A profile noted in `meta`, if it is made of what this code knows, and its half-lives are these. */
export async function profileIn(
  meta: Meta,
  name: 'profile' | 'base',
  halfLives: readonly number[],
): Promise<Profile | undefined> {
  const kept = await noteIn(meta, name);
  return kept && kept.version <= PROFILE_VERSION && JSON.stringify(kept.halfLives) === JSON.stringify(halfLives)
    ? { ...kept, stated: kept.stated ?? new Map() } // version 1 had none
    : undefined;
}

/** The saved profile and the signals that are not in it yet: those after the record `fromKey` (0: all), as far as `lastKey`. */
export interface Read extends Saved {
  readonly fromKey: number;
  readonly lastKey: number | undefined;
}

export async function savedIn<Mode extends IDBTransactionMode>(
  transaction: IDBPTransaction<JournalSchema, ('signals' | 'meta')[], Mode>,
  halfLives: readonly number[],
): Promise<Read> {
  const [meta, signals] = [transaction.objectStore('meta'), transaction.objectStore('signals')];
  const saved = await profileIn(meta, 'profile', halfLives);
  const fromKey = saved ? await numberIn(meta, 'learntTo') : 0;
  const range = IDBKeyRange.lowerBound(fromKey, true);
  const keys = await signals.getAllKeys(range);
  const profile = saved ?? (await profileIn(meta, 'base', halfLives));
  return { profile, since: (await signals.getAll(range)).flat(), fromKey, lastKey: keys.at(-1) };
}
