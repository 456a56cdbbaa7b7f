import { retells, type Observation, type Profile } from '@penchant/core';
import { openDB, unwrap, type IDBPTransaction, type StoreNames } from 'idb';
import type { Bounds, Holdings, Journal, Saved } from './journal.js';
import { META, STORES, upgrade, VERSION, type JournalDatabase, type JournalSchema } from './schema.js';

type Transaction = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], 'readwrite'>;

/** Acknowledged contributions kept as receipts. */
const RECEIPTS = 500;
/** Acts whose last word is replaced by the next: more do not go on at a time. */
const MAX_ACTS = 200;
/** Old signals looked at in one go. */
const AT_ONCE = 100;
/** How long IndexedDB may take to open: some private windows never answer. */
const OPEN_MS = 5_000;

/**
 * A journal in IndexedDB. Signals are written with relaxed durability (they survive a killed browser, not always a power
 * cut); what is about to be sent is written strictly, before it is sent. `onLost`: the browser or another tab closed it.
 * @throws DOMException when the browser denies or lacks IndexedDB.
 */
export async function indexedDbJournal(database: string, onLost: () => void = () => {}): Promise<Journal> {
  const opening = openDB<JournalSchema>(database, VERSION, {
    upgrade,
    blocking: () => lose(), // another tab upgrades or deletes it: whoever holds on would keep it waiting
    terminated: onLost,
  });
  const lose = (): void => {
    void opening.then((opened) => opened.close());
    onLost();
  };
  const late = new Promise<never>((_, reject) =>
    setTimeout(() => reject(new Error('IndexedDB does not answer.')), OPEN_MS),
  );
  const db: JournalDatabase = await Promise.race([opening, late]).catch((error: unknown) => {
    void opening.then((opened) => opened.close()).catch(() => undefined); // too late: nobody would close it
    throw error;
  });
  const write = (durability: 'relaxed' | 'strict', stores: StoreNames<JournalSchema>[]): Transaction =>
    db.transaction(stores, 'readwrite', { durability });

  /** Where the last word on each act is that goes on, by its name. */
  const told = new Map<string, number>();
  const remember = (name: string, key: number): void => {
    told.delete(name);
    told.set(name, key);
    for (const oldest of told.keys()) if (told.size > MAX_ACTS && told.delete(oldest)) break;
  };

  return {
    kind: 'indexeddb',
    async append(observations) {
      const tx = write('relaxed', ['signals']);
      const store = unwrap(tx.objectStore('signals')); // a promise for each of many requests costs more than they do
      for (const observation of observations) {
        const name = retells(observation.signal);
        const before = name && told.get(name);
        if (before) store.delete(before);
        const adding = store.add(observation);
        if (name) adding.addEventListener('success', () => remember(name, Number(adding.result)));
      }
      tx.commit(); // now: a page that is being left never gets to commit by itself
      await tx.done;
    },
    async read(halfLives) {
      return savedIn(db.transaction(['signals', 'meta']), halfLives);
    },
    async absorb(halfLives, learn, bounds) {
      const tx = write('relaxed', ['signals', 'meta']);
      const { lastKey, ...saved } = await savedIn(tx, halfLives);
      if (lastKey !== undefined) {
        void tx.objectStore('meta').put(learn(saved), META.profile);
        void tx.objectStore('meta').put(lastKey, META.learntTo);
      }
      await letGo(tx, bounds, async (since) => {
        const base = fitting(await tx.objectStore('meta').get(META.base), halfLives);
        void tx.objectStore('meta').put(learn({ profile: base, since }), META.base);
      });
      await tx.done;
    },
    async exclude(fits) {
      const tx = write('strict', ['signals', 'meta']);
      const signals = tx.objectStore('signals');
      const [keys, all] = [await signals.getAllKeys(), await signals.getAll()];
      all.forEach((observation, i) => fits(observation) && void signals.delete(keys[i] ?? 0));
      await tx.objectStore('meta').delete(META.profile); // the next reading makes it anew, from the rest
      await tx.done;
    },
    async observations(limit) {
      const newest: Observation[] = [];
      for (
        let at = await db.transaction('signals').store.openCursor(null, 'prev');
        at && newest.length < limit;
        at = await at.continue()
      )
        newest.push(at.value);
      return newest.reverse();
    },
    async seal(fold) {
      const tx = write('strict', ['signals', 'contributions', 'meta']);
      const [signals, contributions, meta] = [
        tx.objectStore('signals'),
        tx.objectStore('contributions'),
        tx.objectStore('meta'),
      ];
      const range = await after(tx, META.sealedTo);
      const keys = await signals.getAllKeys(range);
      if (keys.length > 0) {
        const pending = await signals.getAll(range);
        const spent = ((await meta.get(META.spent)) ?? new Map()) as Map<number, number>;
        const folded = fold(
          pending.map(({ signal }) => signal),
          spent,
        );
        for (const contribution of folded.contributions) void contributions.put({ contribution }, contribution.id);
        void meta.put(folded.spent, META.spent);
        void meta.put(keys.at(-1), META.sealedTo);
      }
      const sealed = await contributions.getAll();
      await tx.done;
      return sealed.filter(({ refused }) => refused === undefined).map(({ contribution }) => contribution);
    },
    async discard(id) {
      const tx = write('relaxed', ['contributions', 'sent']);
      const [contributions, sent] = [tx.objectStore('contributions'), tx.objectStore('sent')];
      const sealed = await contributions.get(id);
      if (sealed) {
        void contributions.delete(id);
        const key = await sent.add({ at: Date.now(), contribution: sealed.contribution });
        void sent.delete(IDBKeyRange.upperBound(key - RECEIPTS));
      }
      await tx.done;
    },
    sent: () => db.getAll('sent'),
    async refuse(id, reason) {
      const tx = write('relaxed', ['contributions']);
      const sealed = await tx.objectStore('contributions').get(id);
      if (sealed) void tx.objectStore('contributions').put({ ...sealed, refused: reason }, id);
      await tx.done;
    },
    async holdings(): Promise<Holdings> {
      const tx = db.transaction(['signals', 'contributions', 'meta']);
      const range = await after(tx, META.sealedTo);
      const all = await tx.objectStore('contributions').getAll();
      const refused = all.flatMap((sealed) => sealed.refused ?? []);
      const waiting = await tx.objectStore('signals').count(range);
      const dropped = Number((await tx.objectStore('meta').get(META.dropped)) ?? 0);
      return { waiting, sealed: all.length - refused.length, refused, dropped };
    },
    async keep(name, value) {
      await db.put('meta', value, `kept ${name}`);
    },
    kept: (name) => db.get('meta', `kept ${name}`),
    async clear() {
      const tx = write('strict', [...STORES]);
      await Promise.all(STORES.map((store) => tx.objectStore(store).clear()));
      await tx.done;
    },
    close: () => db.close(),
  };
}

type AnyTransaction = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], IDBTransactionMode>;

/** The signals after the one whose key is kept in `meta`. */
async function after(tx: AnyTransaction, name: string): Promise<IDBKeyRange> {
  return IDBKeyRange.lowerBound(((await tx.objectStore('meta').get(name)) as number | undefined) ?? 0, true);
}

/** A saved profile, if its half-lives are these. */
const fitting = (kept: unknown, halfLives: readonly number[]): Profile | undefined =>
  JSON.stringify((kept as Profile | undefined)?.halfLives) === JSON.stringify(halfLives)
    ? (kept as Profile)
    : undefined;

/** The saved profile, the signals that are not in it yet, and the key of the last one. */
async function savedIn(
  tx: AnyTransaction,
  halfLives: readonly number[],
): Promise<Saved & { readonly lastKey: number | undefined }> {
  const [meta, signals] = [tx.objectStore('meta'), tx.objectStore('signals')];
  const kept = fitting(await meta.get(META.profile), halfLives);
  const range = kept && (await after(tx, META.learntTo));
  const keys = await signals.getAllKeys(range);
  const profile = kept ?? fitting(await meta.get(META.base), halfLives);
  return { profile, since: await signals.getAll(range), lastKey: keys.at(-1) };
}

/** Deletes the oldest signals past the bounds. What they taught is told first; what was not counted yet is lost, and said. */
async function letGo(
  tx: Transaction,
  { maxSignals, oldestAt }: Bounds,
  taught: (signals: readonly Observation[]) => Promise<void>,
): Promise<void> {
  const [signals, meta] = [tx.objectStore('signals'), tx.objectStore('meta')];
  const excess = Math.max(AT_ONCE, (await signals.count()) - maxSignals);
  const [keys, oldest] = [await signals.getAllKeys(undefined, excess), await signals.getAll(undefined, excess)];
  const over = (await signals.count()) - maxSignals;
  const kept = oldest.findIndex(({ signal }, i) => i >= over && signal.at >= oldestAt);
  const gone = kept < 0 ? oldest : oldest.slice(0, kept);
  if (gone.length === 0) return;
  await taught(gone);
  const sealedTo = Number((await meta.get(META.sealedTo)) ?? 0);
  const dropped = keys.slice(0, gone.length).filter((key) => key > sealedTo).length;
  if (dropped > 0) void meta.put(Number((await meta.get(META.dropped)) ?? 0) + dropped, META.dropped);
  void signals.delete(IDBKeyRange.upperBound(keys[gone.length - 1]));
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
