import { addSum, longer, type Observation, type Profile, type Sum, type Suppression } from '@penchant/core';
import { openDB, type IDBPTransaction, type StoreNames } from 'idb';
import type { Holdings, Journal } from './journal.js';
import { META, STORES, upgrade, VERSION, type JournalDatabase, type JournalSchema } from './schema.js';

type Transaction = IDBPTransaction<JournalSchema, StoreNames<JournalSchema>[], 'readwrite'>;
const SUMS = ['features', 'items', 'suppressed'] as const;
const PROFILE = [...SUMS, 'meta'] as const;

/**
 * A journal in IndexedDB. Signals are written with relaxed durability (they survive a killed browser, not always a power
 * cut); what is about to be sent is written strictly, before it is sent.
 * @throws DOMException when the browser denies or lacks IndexedDB.
 */
export async function indexedDbJournal(database: string): Promise<Journal> {
  const db: JournalDatabase = await openDB<JournalSchema>(database, VERSION, { upgrade });
  const write = (durability: 'relaxed' | 'strict', stores: StoreNames<JournalSchema>[]): Transaction =>
    db.transaction(stores, 'readwrite', { durability });

  return {
    kind: 'indexeddb',
    async append(observations) {
      const tx = write('relaxed', ['signals']);
      for (const observation of observations) void tx.objectStore('signals').add(observation);
      tx.commit(); // now: a page that is being left never gets to commit by itself
      await tx.done;
    },
    async read(halfLives) {
      const tx = db.transaction(['signals', ...PROFILE]);
      const range = await unlearnt(tx, halfLives);
      const since = await tx.objectStore('signals').getAll(range);
      if (!range)
        return { profile: { halfLives, features: new Map(), items: new Map(), suppressed: new Map() }, since };
      const [features, items, suppressed] = await Promise.all([
        allOf<Sum>(tx.objectStore('features')),
        allOf<Sum>(tx.objectStore('items')),
        allOf<Suppression>(tx.objectStore('suppressed')),
      ]);
      return { profile: { halfLives, features, items, suppressed }, since };
    },
    async absorb(learn) {
      const tx = write('relaxed', ['signals', ...PROFILE]);
      const halfLives = learn([]).halfLives;
      const range = await unlearnt(tx, halfLives);
      const keys = await tx.objectStore('signals').getAllKeys(range);
      if (!range) for (const store of SUMS) void tx.objectStore(store).clear();
      addProfile(tx, learn(await tx.objectStore('signals').getAll(range)));
      if (keys.length > 0) void tx.objectStore('meta').put(keys.at(-1), META.learntTo);
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
    discard: (id) => db.delete('contributions', id),
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
      return { waiting: await tx.objectStore('signals').count(range), sealed: all.length - refused.length, refused };
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

/** The signals that are not in the saved profile; `undefined`, all of them, where it has other half-lives. */
async function unlearnt(tx: AnyTransaction, halfLives: readonly number[]): Promise<IDBKeyRange | undefined> {
  const saved = await tx.objectStore('meta').get(META.halfLives);
  return saved === undefined || JSON.stringify(saved) === JSON.stringify(halfLives)
    ? after(tx, META.learntTo)
    : undefined;
}

async function allOf<Value>(store: {
  getAllKeys(): Promise<string[]>;
  getAll(): Promise<Value[]>;
}): Promise<Map<string, Value>> {
  const [keys, values] = await Promise.all([store.getAllKeys(), store.getAll()]);
  return new Map(keys.map((key, i) => [key, values[i] as Value]));
}

/** Adds to the saved profile, inside the transaction: another tab may have added to it too. */
function addProfile(tx: Transaction, { halfLives, features, items, suppressed }: Profile): void {
  const addTo = <Value>(
    store: Rows<Value>,
    rows: ReadonlyMap<string, Value>,
    both: (known: Value, row: Value) => Value,
  ): void => {
    for (const [key, row] of rows)
      void store.get(key).then((known) => store.put(known === undefined ? row : both(known, row), key));
  };
  const add = (known: Sum, sum: Sum): Sum => {
    addSum(known, sum, halfLives);
    return known;
  };
  addTo(tx.objectStore('features'), features, add);
  addTo(tx.objectStore('items'), items, add);
  addTo(tx.objectStore('suppressed'), suppressed, longer);
  void tx.objectStore('meta').put(halfLives, META.halfLives);
}

interface Rows<Value> {
  get(key: string): Promise<Value | undefined>;
  put(value: Value, key: string): Promise<string>;
}
