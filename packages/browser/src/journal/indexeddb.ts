import { keepNewest, retells, type Observation } from '@penchant/core';
import { deleteDB, openDB, unwrap } from 'idb';
import type { Durability } from '../options.js';
import type { Journal } from './journal.js';
import { lastWords } from '../last-words.js';
import { savedIn } from './saved.js';
import { STORES, upgrade, VERSION, type JournalDatabase, type JournalSchema } from './schema.js';
import { transact } from './transact.js';
import type { Upkeep } from './upkeep.js';

/** Acts whose last word is replaced by the next: more do not go on at a time. */
const MAX_ACTS = 200;
/** How long IndexedDB may take to open: some private windows never answer. */
const OPEN_MS = 5_000;

export interface IndexedDbOptions {
  readonly durability?: Durability | undefined;
  /** The browser or another tab closed it. */
  onLost?(): void;
  /** What is wrong with what should be a signal, if anything is: asked of what pages left before their journal had opened. */
  refuse?(value: unknown): unknown;
  /** Pages had left signals: they are in the journal now. */
  onFound?(): unknown;
}

/**
 * A journal in IndexedDB. Signals are written with the `durability` asked for, relaxed by default (they survive a killed
 * browser, not always a power cut); what is about to be sent is written strictly, before it is sent.
 * @throws DOMException when the browser denies or lacks IndexedDB.
 */
export async function indexedDbJournal(
  database: string,
  { durability = 'relaxed', onLost = () => {}, refuse, onFound }: IndexedDbOptions = {},
): Promise<Journal> {
  const closed = new AbortController();
  const close = (): void => {
    closed.abort();
    db.close();
  };
  const lose = (): void => {
    close(); // another tab upgrades or deletes it: whoever holds on would keep it waiting
    onLost();
  };
  const opening = openDB<JournalSchema>(database, VERSION, { upgrade, blocking: lose, terminated: lose });
  const db = await new Promise<JournalDatabase>((resolve, reject) => {
    opening.then(resolve, reject);
    setTimeout(reject, OPEN_MS, new Error('no answer'));
  }).catch((error: unknown) => {
    void opening.then((opened) => opened.close()).catch(() => undefined); // too late: nobody would close it
    throw error;
  });
  const upkeep = async (): Promise<Upkeep> => (await import('./upkeep.js')).upkeepOf(db);
  // On every page, soon: later, the request would tell that a visitor did something, and a page that is left waits for nothing.
  upkeep()
    .then(({ attend }) => attend(database, closed.signal, refuse, onFound))
    .catch(() => undefined);

  /** Where the last word on each act is that goes on, by its name. */
  const told = new Map<string, SignalRecord>();

  return {
    kind: 'indexeddb',
    append: async (observations) =>
      transact(db.transaction('signals', 'readwrite', { durability }), async (transaction) => {
        const store = unwrap(transaction).objectStore('signals'); // a promise for each request would cost the page a tenth more
        const records: SignalRecord[] = [];
        let record: SignalRecord | undefined;
        for (const observation of observations) {
          const name = retells(observation.signal);
          if (!record || !name !== !record.acts.size) records.push((record = { signals: [], acts: new Set() }));
          record.signals.push(observation);
          if (!name) continue;
          const before = told.get(name);
          before?.acts.delete(name);
          if (before?.key && !before.acts.size) store.delete(before.key);
          record.acts.add(name);
          told.delete(name);
          told.set(name, record);
        }
        keepNewest(told, MAX_ACTS);
        for (const written of records) {
          const adding = store.add(written.signals.splice(0));
          if (written.acts.size) adding.onsuccess = () => (written.key = Number(adding.result));
        }
        transaction.commit(); // now: a page that is being left never gets to commit by itself
      }),
    read: async (halfLives) =>
      transact(db.transaction(['signals', 'meta']), (transaction) => savedIn(transaction, halfLives)),
    absorb: async (...how) => (await upkeep()).absorb(...how),
    exclude: async (fits) => (await upkeep()).exclude(fits),
    observations: async (limit) =>
      transact(db.transaction('signals'), async ({ store }) => {
        const first = (await store.getAllKeys()).at(-limit);
        return lastWords((await store.getAll(first && IDBKeyRange.lowerBound(first))).flat()).slice(-limit);
      }),
    seal: async (fold) => (await upkeep()).seal(fold),
    discard: async (acknowledged) => (await upkeep()).discard(acknowledged),
    sent: async () => (await upkeep()).sent(),
    refuse: async (...what) => (await upkeep()).refuse(...what),
    holdings: async () => (await upkeep()).holdings(),
    keep: async (...what) => (await upkeep()).keep(...what),
    kept: async (name) => transact(db.transaction('meta'), ({ store }) => store.get(`kept ${name}`)),
    clear: async () =>
      transact(db.transaction(STORES, 'readwrite', { durability: 'strict' }), async (transaction) => {
        await Promise.all(STORES.map((store) => transaction.objectStore(store).clear()));
      }),
    close,
  };
}

/**
 * Signals in one record: as many as can be, for each record costs the page something. But what may be told again is by
 * itself, and the record goes once all of it was.
 */
interface SignalRecord {
  readonly signals: Observation[];
  /** Those on which it has the last word. */
  readonly acts: Set<string>;
  /** Once it is written. */
  key?: number;
}

/** Deletes a journal without opening it. Resolves also where another tab keeps it for a while. */
export const eraseJournal = (database: string): Promise<unknown> =>
  new Promise<unknown>((resolve, reject) => {
    deleteDB(database, { blocked: resolve }).then(resolve, reject);
  }).catch(() => undefined); // no IndexedDB, no journal
