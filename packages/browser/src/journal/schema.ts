import type { Contribution, Observation } from '@penchant/core';
import type { DBSchema, IDBPDatabase } from 'idb';
import type { Sent } from './journal.js';

export interface Sealed {
  readonly contribution: Contribution;
  readonly refused?: string;
}

/** The database of one site. Keys are outside the values, so that what is stored is what the words say. */
export interface JournalSchema extends DBSchema {
  signals: { key: number; value: Observation };
  contributions: { key: string; value: Sealed };
  sent: { key: number; value: Sent };
  meta: { key: string; value: unknown };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;

export const VERSION = 1;

export const STORES = ['signals', 'contributions', 'sent', 'meta'] as const;

export function upgrade(db: JournalDatabase): void {
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
