import { retells, type Observation } from '@penchant/core';
import type { Journal, Sent } from './journal.js';
import { savedIn } from './saved.js';
import { STORES, upgrade, VERSION } from './schema.js';
import { answer, transact, type StoreName } from './transact.js';
import type { Upkeep } from './upkeep.js';

/** Acts whose last word is replaced by the next: more do not go on at a time. */
const MAX_ACTS = 200;
/** How long IndexedDB may take to open: some private windows never answer. */
const OPEN_MS = 5_000;

/**
 * A journal in IndexedDB. Signals are written with relaxed durability (they survive a killed browser, not always a power
 * cut); what is about to be sent is written strictly, before it is sent. `onLost`: the browser or another tab closed it.
 * @throws DOMException when the browser denies or lacks IndexedDB.
 */
export async function indexedDbJournal(database: string, onLost: () => void = () => {}): Promise<Journal> {
  const request = indexedDB.open(database, VERSION);
  request.addEventListener('upgradeneeded', () => upgrade(request.result));
  const opening = answer(request).then((opened) => {
    opened.addEventListener('close', () => onLost());
    opened.addEventListener('versionchange', () => {
      opened.close(); // another tab upgrades or deletes it: whoever holds on would keep it waiting
      onLost();
    });
    return opened;
  });
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('IndexedDB does not answer.')), OPEN_MS),
  );
  const db = await Promise.race([opening, late]).catch((error: unknown) => {
    void opening.then((opened) => opened.close()).catch(() => undefined); // too late: nobody would close it
    throw error;
  });
  const upkeep = async (): Promise<Upkeep> => (await import('./upkeep.js')).upkeepOf(db);
  // On every page, soon: later, the request would tell that a visitor did something, and a page that is left waits for nothing.
  upkeep().catch(() => undefined);
  /** Reads from one store. */
  const read = <T>(name: StoreName, ask: (store: IDBObjectStore) => IDBRequest<T>): Promise<T> =>
    answer(ask(db.transaction(name).objectStore(name)));

  /** Where the last word on each act is that goes on, by its name. */
  const told = new Map<string, IDBValidKey>();
  const remember = (name: string, key: IDBValidKey): void => {
    told.delete(name);
    told.set(name, key);
    for (const oldest of told.keys()) if (told.size > MAX_ACTS && told.delete(oldest)) break;
  };

  return {
    kind: 'indexeddb',
    append: (observations) =>
      transact(db, ['signals'], 'relaxed', (transaction) => {
        const signals = transaction.objectStore('signals');
        for (const observation of observations) {
          const name = retells(observation.signal);
          const before = name && told.get(name);
          if (before) signals.delete(before);
          const adding = signals.add(observation);
          if (name) adding.addEventListener('success', () => remember(name, adding.result));
        }
        transaction.commit(); // now: a page that is being left never gets to commit by itself
      }),
    read: (halfLives) => transact(db, ['signals', 'meta'], undefined, (transaction) => savedIn(transaction, halfLives)),
    absorb: async (...how) => (await upkeep()).absorb(...how),
    exclude: async (fits) => (await upkeep()).exclude(fits),
    observations: (limit) =>
      transact(db, ['signals'], undefined, async (transaction) => {
        const signals = transaction.objectStore('signals');
        const first = (await answer(signals.getAllKeys())).at(-limit);
        return answer<Observation[]>(signals.getAll(first && IDBKeyRange.lowerBound(first)));
      }),
    seal: async (fold) => (await upkeep()).seal(fold),
    discard: async (id) => (await upkeep()).discard(id),
    sent: () => read<Sent[]>('sent', (sent) => sent.getAll()),
    refuse: async (...what) => (await upkeep()).refuse(...what),
    holdings: async () => (await upkeep()).holdings(),
    keep: (name, value) =>
      transact(db, ['meta'], 'relaxed', (transaction) => {
        transaction.objectStore('meta').put(value, `kept ${name}`);
      }),
    kept: (name) => read<unknown>('meta', (meta) => meta.get(`kept ${name}`)),
    clear: () =>
      transact(db, STORES, 'strict', (transaction) => {
        for (const store of STORES) transaction.objectStore(store).clear();
      }),
    close: () => db.close(),
  };
}

/** Deletes a journal without opening it. Resolves also where another tab keeps it for a while. */
export const eraseJournal = (database: string): Promise<void> =>
  new Promise((resolve) => {
    try {
      const request = indexedDB.deleteDatabase(database);
      for (const end of ['success', 'error', 'blocked']) request.addEventListener(end, () => resolve());
    } catch {
      resolve(); // no IndexedDB, no journal
    }
  });
