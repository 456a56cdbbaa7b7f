import type { Contribution } from '@penchant/core';

export interface Sealed {
  readonly contribution: Contribution;
  readonly refused?: string;
}

export const VERSION = 1;

/**
 * The database of one site. `signals` are `Observation`s and `sent` are `Sent`, numbered as they come; `contributions`
 * are `Sealed`, by id; `meta` is by name. Keys are outside the values, so that what is stored is what the words say.
 */
export const STORES = ['signals', 'contributions', 'sent', 'meta'] as const;

export function upgrade(db: IDBDatabase): void {
  for (const store of STORES) db.createObjectStore(store, { autoIncrement: store === 'signals' || store === 'sent' });
}

/** Names in `meta`. */
export const META = {
  /** Key of the last signal that is in a contribution. */
  sealedTo: 'sealedTo',
  /** What this device said so far, by epoch. */
  spent: 'spent',
  /** Key of the last signal that is in the saved profile. */
  learntTo: 'learntTo',
  /** The saved profile. */
  profile: 'profile',
  /** What signals taught that are not at hand any more: the part of the profile that cannot be rebuilt. */
  base: 'base',
  /** Signals that went before they could be counted. */
  dropped: 'dropped',
} as const;
