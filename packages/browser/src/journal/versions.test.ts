import 'fake-indexeddb/auto';
import {
  count,
  defaultPolicy as policy,
  emptyProfile,
  halfLives,
  learn,
  PROFILE_VERSION,
  type Observation,
} from '@penchant/core';
import { expect, it } from 'vitest';
import { indexedDbJournal } from './indexeddb.js';
import type { Bounds, Fold, Journal, Saved } from './journal.js';

const LIVES = halfLives(policy);
const like = (item: string, at: number): Observation => ({ signal: { kind: 'like', item, at }, item: { id: item } });
const wholeOf = ({ profile = emptyProfile(policy), since }: Saved) =>
  since.reduce((sum, each) => learn(sum, each, policy), profile);
const absorb = (journal: Journal, bounds: Partial<Bounds> = {}): Promise<void> =>
  journal.absorb(LIVES, wholeOf, { maxSignals: 1_000, maxBytes: Infinity, oldestAt: 0, ...bounds });
const fold: Fold = (signals, before, lost) => {
  const { counts, ...rest } = count(signals, 'daily', before, { nowMs: 0, device: 'desktop', lost });
  return { ...rest, contributions: counts.map((part) => ({ ...part, id: 'new' })) };
};

let names = 0;
const fresh = (): string => `versions ${++names}`;

/** Works on a database as it lies there, without the journal. Opened at a version, it is made by `make`. */
async function rawly<T>(
  name: string,
  work: (db: IDBDatabase) => T | Promise<T>,
  version?: number,
  make: (db: IDBDatabase) => void = () => {},
): Promise<T> {
  const db = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => make(request.result));
    request.addEventListener('error', () => reject(new Error('not opened')));
    request.addEventListener('success', () => resolve(request.result));
  });
  const worked = await work(db);
  db.close(); // once what was asked of it is done
  return worked;
}

const contribution = { version: 1, id: 'old', site: 'daily', epoch: 0, family: 'reactions', cells: [] };

/** A profile as version 1 saved it: nothing could be stated yet. */
function savedByVersion1(...since: readonly Observation[]): unknown {
  const { stated, ...profile } = wholeOf({ profile: undefined, since });
  expect(stated.size).toBe(0);
  return { ...profile, version: 1 };
}

/** A journal as version 1 wrote it, with something in every place: every later version has to find all of it. */
const VERSION_1: Record<string, readonly (readonly [key: IDBValidKey, value: unknown])[]> = {
  signals: [
    [4, like('a', 1)],
    [5, like('b', 2)],
    [6, like('c', 3)],
  ],
  contributions: [
    ['old', { contribution }],
    ['bad', { contribution: { ...contribution, id: 'bad' }, refused: '400 no such site' }],
  ],
  sent: [[1, { at: 7, contribution: { ...contribution, id: 'gone' } }]],
  meta: [
    ['sealedTo', 5],
    ['learntTo', 4],
    ['spent', new Map([[0, 2]])],
    ['dropped', 3],
    ['bytes', 240],
    ['weighedTo', 4],
    ['profile', savedByVersion1(like('z', 0), like('a', 1))],
    ['base', savedByVersion1(like('z', 0))],
    ['kept model', { format: 2 }],
  ],
};
const makeVersion1 = (name: string): Promise<void> =>
  rawly(
    name,
    (db) => {
      const transaction = db.transaction(Object.keys(VERSION_1), 'readwrite');
      for (const [store, entries] of Object.entries(VERSION_1))
        for (const [key, value] of entries) transaction.objectStore(store).put(value, key);
    },
    1,
    (db) => {
      for (const store of Object.keys(VERSION_1))
        db.createObjectStore(store, { autoIncrement: store === 'signals' || store === 'sent' });
    },
  );

it('finds all that version 1 left', async () => {
  const name = fresh();
  await makeVersion1(name);
  const journal = await indexedDbJournal(name);
  const saved = await journal.read(LIVES);
  expect(saved.since.map(({ signal }) => signal.item)).toEqual(['b', 'c']);
  expect([...wholeOf(saved).items.keys()].sort()).toEqual(['a', 'b', 'c', 'z']);
  expect(await journal.observations(9)).toEqual(VERSION_1['signals']?.map(([, value]) => value));
  expect(await journal.holdings()).toMatchObject({ waiting: 1, sealed: 1, refused: ['400 no such site'], dropped: 3 });
  expect((await journal.sent()).map((sent) => sent.contribution.id)).toEqual(['gone']);
  expect(await journal.kept('model')).toEqual({ format: 2 });
  const sealed = await journal.seal((signals, told, lost) => {
    expect(signals.map(({ item }) => item)).toEqual(['c']);
    expect(told.spent).toEqual(new Map([[0, 2]]));
    return fold(signals, told, lost);
  });
  expect(new Set(sealed.map(({ id }) => id))).toEqual(new Set(['new', 'old']));
  expect(sealed.flatMap(({ family, cells }) => (family === 'losses' ? cells : []))).toContainEqual({
    reason: 'dropped',
    signals: 3,
  });
  await journal.append([like('d', 4)]);
  expect((await journal.observations(9)).map(({ signal }) => signal.item)).toEqual(['a', 'b', 'c', 'd']);
  await absorb(journal, { maxSignals: 1 });
  expect([...wholeOf(await journal.read(LIVES)).items.keys()].sort()).toEqual(['a', 'b', 'c', 'd', 'z']);
  journal.close();
});

it('says that a newer version has the database, and leaves it as it is', async () => {
  const name = fresh();
  await rawly(
    name,
    () => {},
    1_000,
    (db) => void db.createObjectStore('from the future'),
  );
  await expect(indexedDbJournal(name)).rejects.toMatchObject({ name: 'VersionError' });
  expect(await rawly(name, ({ version, objectStoreNames }) => [version, ...objectStoreNames])).toEqual([
    1_000,
    'from the future',
  ]);
});

it('reads no profile that a newer version saved, rebuilds it from the signals, and lets none of them go meanwhile', async () => {
  const name = fresh();
  await makeVersion1(name);
  const future = { version: PROFILE_VERSION + 1, halfLives: LIVES, everything: 'else' };
  await rawly(name, (db) => {
    const meta = db.transaction('meta', 'readwrite').objectStore('meta');
    meta.put(future, 'profile');
    meta.put(future, 'base');
  });
  const journal = await indexedDbJournal(name);
  const saved = await journal.read(LIVES);
  expect(saved.profile).toBeUndefined();
  expect(saved.since.map(({ signal }) => signal.item)).toEqual(['a', 'b', 'c']);
  await absorb(journal, { maxSignals: 1 });
  expect(await journal.observations(9)).toHaveLength(3);
  expect([...wholeOf(await journal.read(LIVES)).items.keys()].sort()).toEqual(['a', 'b', 'c']);
  journal.close();
  const base = await rawly(
    name,
    (db) =>
      new Promise((resolve) => {
        const request = db.transaction('meta').objectStore('meta').get('base');
        request.addEventListener('success', () => resolve(request.result));
      }),
  );
  expect(base).toEqual(future);
});

/** What lies in a store, with its keys. */
const lying = (name: string, store: string): Promise<readonly unknown[]> =>
  rawly(
    name,
    (db) =>
      new Promise((resolve) => {
        const request = db.transaction(store).objectStore(store).getAll();
        request.addEventListener('success', () => resolve(request.result));
      }),
  );

const dwell = (item: string, attendedMs: number): Observation => ({
  signal: { kind: 'dwell', item, at: 5, opened: 4, attendedMs },
  item: { id: item },
});

it('keeps signals that were told together in one record, but those that may be told again by themselves', async () => {
  const name = fresh();
  const journal = await indexedDbJournal(name);
  const [a, b, c, d] = [like('a', 1), like('b', 2), like('c', 3), like('d', 4)] as const;
  await journal.append([a, b]);
  await journal.append([c, dwell('e', 1), dwell('f', 1), d]);
  expect(await lying(name, 'signals')).toEqual([[a, b], [c], [dwell('e', 1), dwell('f', 1)], [d]]);
  await journal.append([dwell('f', 2), dwell('e', 2)]);
  expect(await lying(name, 'signals')).toEqual([[a, b], [c], [d], [dwell('f', 2), dwell('e', 2)]]);
  expect(await journal.holdings()).toMatchObject({ waiting: 6 });
  await journal.append([dwell('e', 3), dwell('g', 3)]);
  expect(await journal.holdings()).toMatchObject({ waiting: 7 });
  expect(await lying(name, 'signals')).toEqual([
    [a, b],
    [c],
    [d],
    [dwell('f', 2), dwell('e', 2)],
    [dwell('e', 3), dwell('g', 3)],
  ]);
  expect(await journal.observations(3)).toEqual([dwell('f', 2), dwell('e', 3), dwell('g', 3)]);
  await journal.append([dwell('f', 4), dwell('e', 4), dwell('g', 4)]);
  expect(await lying(name, 'signals')).toEqual([[a, b], [c], [d], [dwell('f', 4), dwell('e', 4), dwell('g', 4)]]);
  await journal.exclude(({ signal }) => signal.item === 'a');
  expect(await lying(name, 'signals')).toEqual([[b], [c], [d], [dwell('f', 4), dwell('e', 4), dwell('g', 4)]]);
  expect(await journal.observations(2)).toEqual([dwell('e', 4), dwell('g', 4)]);
  journal.close();
});

it('adds to what version 1 left, takes it back and lets go of it, as if it had all been told at once', async () => {
  const name = fresh();
  await makeVersion1(name);
  const journal = await indexedDbJournal(name);
  await journal.append([like('d', 4), like('e', 5)]);
  const items = async (): Promise<string[]> => (await journal.observations(9)).map(({ signal }) => signal.item);
  expect(await items()).toEqual(['a', 'b', 'c', 'd', 'e']);
  expect(await journal.holdings()).toMatchObject({ waiting: 3, dropped: 3 });
  await journal.exclude(({ signal }) => signal.item === 'b');
  await absorb(journal, { maxSignals: 1 }); // two of the three that go were not counted, beside what version 1 dropped
  expect(await items()).toEqual(['e']);
  expect(await journal.holdings()).toMatchObject({ waiting: 1, dropped: 5 });
  expect([...wholeOf(await journal.read(LIVES)).items.keys()].sort()).toEqual(['a', 'c', 'd', 'e', 'z']);
  journal.close();
});

it('waits for a tab of version 1 to let go, and is closed to it from then on', async () => {
  const name = fresh();
  await makeVersion1(name);
  let older: IDBDatabase | undefined;
  const holding = rawly(
    name,
    (db) =>
      new Promise<void>((resolve) => {
        older = db;
        db.addEventListener('versionchange', () => resolve()); // then it is closed, as every version does
      }),
    1,
  );
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(older?.version).toBe(1);
  const journal = await indexedDbJournal(name);
  await holding;
  await journal.append([like('d', 4)]);
  expect(await journal.observations(9)).toHaveLength(4);
  await expect(rawly(name, () => 0, 1)).rejects.toThrow('not opened');
  journal.close();
});
