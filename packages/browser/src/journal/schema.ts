import type { Contribution, Observation, Profile, Told } from '@penchant/core';
import type { DBSchema, IDBPDatabase, IDBPObjectStore } from 'idb';
import type { Sent } from './journal.js';

export interface Sealed {
  readonly contribution: Contribution;
  readonly refused?: string;
}

/** A profile as it is kept: with the version of what it is made of. */
export type KeptProfile = Profile & { readonly version: number };

/** What a journal notes in `meta`, by name. */
export interface Notes {
  /** Key of the last record that is in contributions. */
  readonly sealedTo: number;
  /** What this device said so far, by epoch: noted by versions that remembered no more of their counting. */
  readonly spent: ReadonlyMap<number, number>;
  /** What it remembers of its counting. */
  readonly told: Told;
  /** Signals in contributions that were refused, and dropped signals, that were told as lost. */
  readonly toldRefused: number;
  readonly toldDropped: number;
  /** Key of the last record that is in the saved profile. */
  readonly learntTo: number;
  /** The saved profile. */
  readonly profile: KeptProfile;
  /** What signals taught that are not at hand any more: the part of the profile that cannot be rebuilt. */
  readonly base: KeptProfile;
  /** What the signals weigh, at most: some may have been taken back since they were weighed. */
  readonly bytes: number;
  /** How many there are, at most. */
  readonly signals: number;
  /** Key of the last record that was weighed. */
  readonly weighedTo: number;
  /** Signals that are in no contribution, though they were sealed. */
  readonly uncounted: number;
  /** Signals in contributions that the collector acknowledged. */
  readonly acknowledged: number;
  /** Signals that went before they could be counted. */
  readonly dropped: number;
  /** What pages left in `localStorage` and was taken in lately, by its key: a browser that was killed may show it again. */
  readonly recovered: readonly string[];
}

/**
 * The database of one site. `signals` holds records of signals that were told together; they and `sent` are numbered as
 * they come; `contributions` are by id; `meta` is by name: notes, and what others keep. Keys are outside the values, so
 * that what is stored is what the words say.
 */
export interface JournalSchema extends DBSchema {
  signals: { key: number; value: readonly Observation[] | Observation }; // version 1 kept every signal by itself
  contributions: { key: string; value: Sealed };
  sent: { key: number; value: Sent };
  meta: { key: keyof Notes | `kept ${string}`; value: unknown };
}

export type JournalDatabase = IDBPDatabase<JournalSchema>;

export type Meta = Pick<IDBPObjectStore<JournalSchema, 'meta'[], 'meta'>, 'get'>;

export type WritableMeta = Meta & Pick<IDBPObjectStore<JournalSchema, 'meta'[], 'meta', 'readwrite'>, 'put'>;

/** Version 2 keeps signals that were told together in one record. */
export const VERSION = 2;

export const STORES = ['signals', 'contributions', 'sent', 'meta'] as const;

/** What version 1 left can be read as it is. */
export function upgrade(db: JournalDatabase, oldVersion: number): void {
  if (oldVersion === 0)
    for (const store of STORES) db.createObjectStore(store, { autoIncrement: store === 'signals' || store === 'sent' });
}

/** What is noted under a name. */
export const noteIn = <Name extends keyof Notes>(meta: Meta, name: Name): Promise<Notes[Name] | undefined> =>
  meta.get(name) as Promise<Notes[Name] | undefined>; // nothing else is put there under that name

/** A number noted under a name: where nothing was, it is 0. */
export const numberIn = async (meta: Meta, name: NumberNote): Promise<number> => (await noteIn(meta, name)) ?? 0;
type NumberNote = { [Name in keyof Notes]: Notes[Name] extends number ? Name : never }[keyof Notes];
