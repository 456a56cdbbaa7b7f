import type * as whole from 'idb';
import type { DBSchema, IDBPDatabase } from 'idb';
import { vi } from 'vitest';

export type Idb = Pick<typeof whole, 'openDB' | 'deleteDB' | 'unwrap'>;

interface Words extends DBSchema {
  words: { key: number; value: unknown };
  names: { key: string; value: unknown };
}

type Say = (...words: unknown[]) => void;

/** What a scene is played with. */
interface Stage {
  readonly idb: Idb;
  readonly say: Say;
  /** Of a database that is not there yet, and deleted later. */
  readonly name: string;
  /** Closes a database as a browser does that lost its files. */
  readonly closeByForce: (database: IDBDatabase) => void;
}

const nameOf = (error: unknown): string => (error instanceof Error || error instanceof DOMException ? error.name : '?');
const open = ({ idb, name }: Stage): Promise<IDBPDatabase<Words>> =>
  idb.openDB<Words>(name, 1, {
    upgrade(database) {
      database.createObjectStore('words', { autoIncrement: true });
      database.createObjectStore('names');
    },
    blocking: () => undefined,
    terminated: () => undefined,
  });
/** Says how promises ended, in the order in which they did. */
const settle = (say: Say, promises: Readonly<Record<string, Promise<unknown>>>): Promise<unknown> =>
  Promise.all(
    Object.entries(promises).map(([name, promise]) =>
      promise.then(
        (value) => say(name, value),
        (error: unknown) => say(name, 'failed', nameOf(error)),
      ),
    ),
  );
const attempt = (say: Say, work: () => unknown): void => {
  try {
    work();
    say('did');
  } catch (error) {
    say('threw', nameOf(error));
  }
};
/** What the browser itself made in the meantime. */
const lastMade = <T>(spy: { mock: { results: readonly { value: T }[] } }): T => {
  const made = spy.mock.results.at(-1)?.value;
  if (!made) throw new Error('Nothing was made.');
  return made;
};
const rows = async (database: IDBPDatabase<Words>): Promise<unknown> => database.transaction('words').store.getAll();

export const SCENES: Readonly<Record<string, (stage: Stage) => Promise<void>>> = {
  'a database is made once, upgraded from what it was, and never downgraded': async ({ idb, say, name }) => {
    for (const version of [1, 1, 3, 2]) {
      const opening = idb.openDB(name, version, {
        upgrade(database, before) {
          say('upgrade', before);
          database.createObjectStore(`store ${version}`);
        },
        blocking: () => say('blocking'),
        terminated: () => say('terminated'),
      });
      await settle(say, { [`open ${version}`]: opening.then((database) => database.close()) });
    }
  },
  'an upgrade fills the store that it made': async ({ idb, say, name }) => {
    const adding: Promise<unknown>[] = [];
    const database = await idb.openDB<Words>(name, 1, {
      upgrade: (made) => void adding.push(made.createObjectStore('names').put('b', 'a')),
      blocking: () => undefined,
      terminated: () => undefined,
    });
    say(await Promise.all(adding), await database.transaction('names').store.getAll());
    database.close();
  },
  'every request answers': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const transaction = database.transaction(['words', 'names'], 'readwrite', { durability: 'relaxed' });
    const [words, names] = [transaction.objectStore('words'), transaction.objectStore('names')];
    for (const word of ['a', 'b', 'c', 'd']) say(await words.add(word));
    say(await names.put({ of: [1] }, 'x'), await names.put(2, 'x'), await names.get('x'), await names.get('y'));
    say(await words.put('B', 2), await words.get(2));
    say(await words.getAll(), await words.getAllKeys(), await words.count());
    const range = IDBKeyRange.lowerBound(2, true);
    say(await words.getAll(range), await words.getAllKeys(range), await words.count(range));
    say(await words.getAll(undefined, 2), await words.getAllKeys(undefined, 2));
    say(await words.delete(1), await words.delete(range), await words.getAll());
    say(await names.clear(), await names.count());
    say(await transaction.done);
    say(await rows(database));
    database.close();
  },
  'a transaction has a store if it has only one': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const one = database.transaction('words');
    const both = database.transaction(['names', 'words']);
    say('store' in both, both.store, await one.store.count());
    await Promise.all([one.done, both.done]);
    database.close();
  },
  'what the browser itself writes in a transaction is there when it is done': async (stage) => {
    const { idb, say } = stage;
    const database = await open(stage);
    for (const key of [7, 7]) {
      const transaction = database.transaction('words', 'readwrite');
      const plain = idb.unwrap(transaction);
      say(plain instanceof IDBTransaction, plain.objectStore('words').add('a', key) instanceof IDBRequest);
      await settle(say, { done: transaction.done });
    }
    say(await rows(database));
    database.close();
  },
  'a transaction that is given up takes back what it did, but not what is committed': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    for (const isCommitted of [true, false]) {
      const transaction = database.transaction('words', 'readwrite');
      const adding = transaction.store.add('a');
      if (isCommitted) transaction.commit();
      attempt(say, () => transaction.abort());
      await settle(say, { adding, done: transaction.done });
      say(await rows(database));
    }
    database.close();
  },
  'a transaction is done after its requests, whether it is committed early or by itself': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const made = vi.spyOn(IDBDatabase.prototype, 'transaction');
    for (const early of [true, false]) {
      const transaction = database.transaction('words', 'readwrite', { durability: 'strict' });
      const [first, second] = [transaction.store.add('a'), transaction.store.add('b')];
      if (early) transaction.commit();
      attempt(say, () => void transaction.store.add('after the commit').catch(() => undefined));
      await settle(say, { done: transaction.done, first, second });
      attempt(say, () => transaction.store.add('late'));
    }
    say(made.mock.calls);
    say(await rows(database));
    database.close();
  },
  'writing begins in the task that asks for it': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const adds = vi.spyOn(IDBObjectStore.prototype, 'add');
    const transaction = database.transaction('words', 'readwrite');
    const adding = transaction.store.add('a');
    say(adds.mock.calls);
    await Promise.all([adding, transaction.done]);
    database.close();
  },
  'a request that fails takes its transaction with it': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const transaction = database.transaction(['words', 'names'], 'readwrite');
    const words = transaction.objectStore('words');
    await settle(say, {
      first: words.add('a', 7),
      again: words.add('b', 7),
      next: words.put('c'),
      reading: transaction.objectStore('names').get('x'),
      done: transaction.done,
    });
    say(await rows(database));
    database.close();
  },
  'a transaction that is aborted fails what waits in it': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const made = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const transaction = database.transaction('words', 'readwrite');
    const ends = settle(say, { adding: transaction.store.add('a'), done: transaction.done });
    lastMade(made).abort();
    await ends;
    const empty = database.transaction('words', 'readwrite');
    lastMade(made).abort();
    await settle(say, { done: empty.done });
    say(await rows(database));
    database.close();
  },
  'a transaction that finds the disk full says so, in its requests or at its end': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const made = vi.spyOn(IDBDatabase.prototype, 'transaction');
    for (const late of [false, true]) {
      const transaction = database.transaction('words', 'readwrite');
      const aborted = lastMade(made);
      Object.defineProperty(aborted, 'error', { value: new DOMException('full', 'QuotaExceededError') });
      const adding = transaction.store.add('a');
      const ends = settle(say, { adding, done: transaction.done });
      if (late) await adding;
      aborted.abort();
      await ends;
    }
    say(await rows(database));
    database.close();
  },
  'what cannot be asked throws at once': async (stage) => {
    const { say } = stage;
    const database = await open(stage);
    const reading = database.transaction('words');
    const writing = database.transaction('names', 'readwrite');
    attempt(say, () => (reading.store as unknown as { add: (word: string) => unknown }).add('a'));
    attempt(say, () => writing.store.put(() => 'no function can be stored', 'x'));
    attempt(say, () => writing.store.put('no key'));
    attempt(say, () => writing.objectStore('words' as 'names'));
    attempt(say, () => database.transaction('verbs' as 'words'));
    await settle(say, { reading: reading.done, writing: writing.done });
    database.close();
    attempt(say, () => database.transaction('words'));
  },
  'who holds a database is told that another wants it, and the other waits': async ({ idb, say, name }) => {
    const held = await idb.openDB<Words>(name, 1, {
      upgrade: (database) => void database.createObjectStore('words'),
      blocking() {
        say('blocking');
        held.close();
      },
      terminated: () => say('terminated'),
    });
    const next = await idb.openDB<Words>(name, 2, {
      upgrade: (_, before) => say('upgrade', before),
      blocking: () => setTimeout(() => next.close(), 50), // keeps the other waiting for a while
      terminated: () => say('terminated'),
    });
    say('opened');
    say('deleted', await idb.deleteDB(name, { blocked: () => say('blocked') }));
  },
  'a database that nobody holds is deleted, whether it is there or not': async (stage) => {
    const { idb, say, name } = stage;
    (await open(stage)).close();
    for (const time of ['first', 'second']) say(time, await idb.deleteDB(name, { blocked: () => say('blocked') }));
  },
  'a database that the browser closes says so': async ({ idb, say, name, closeByForce }) => {
    const opens = vi.spyOn(IDBFactory.prototype, 'open');
    const lost = await new Promise<IDBPDatabase<Words>>((resolve, reject) => {
      const opening = idb.openDB<Words>(name, 1, {
        upgrade: (made) => void made.createObjectStore('words'),
        blocking: () => say('blocking'),
        terminated(...told) {
          say('terminated', told);
          opening.then(resolve, reject);
        },
      });
      opening.then(() => closeByForce(lastMade(opens).result), reject);
    });
    lost.close();
  },
  'where the browser denies storage, opening throws and so does deleting': async (stage) => {
    const denied = (): never => {
      throw new DOMException('denied', 'SecurityError');
    };
    vi.spyOn(IDBFactory.prototype, 'open').mockImplementation(denied);
    vi.spyOn(IDBFactory.prototype, 'deleteDatabase').mockImplementation(denied);
    attempt(stage.say, () => open(stage));
    attempt(stage.say, () => stage.idb.deleteDB(stage.name, { blocked: () => undefined }));
  },
};

/** All that is said when a scene is played. */
export async function play(
  scene: (stage: Stage) => Promise<void>,
  idb: Idb,
  closeByForce: Stage['closeByForce'],
): Promise<unknown[]> {
  const said: unknown[] = [];
  const name = `scene ${crypto.randomUUID()}`;
  try {
    await scene({ idb, say: (...words) => said.push(words), name, closeByForce });
  } finally {
    vi.restoreAllMocks();
    indexedDB.deleteDatabase(name);
  }
  return said;
}
