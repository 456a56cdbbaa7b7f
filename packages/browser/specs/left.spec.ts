import type { Observation } from '@penchant/core';
import { afterEach, expect, it, vi } from 'vitest';
import { createTracker, type Tracker } from '../src/index.js';
import { indexedDbJournal } from '../src/journal/indexeddb.js';
import { leave, leftIn } from '../src/journal/left.js';
import { wait } from './page.js';

/** A part may have to be loaded first. */
const SOON = { timeout: 10_000 };

let tracker: Tracker | undefined;
let name = '';
afterEach(async () => {
  vi.restoreAllMocks();
  await tracker?.forget();
  tracker?.stop();
  tracker = undefined;
  localStorage.clear();
});

interface Early {
  readonly site: string;
  /** Lets its journal open at last. */
  open(): Promise<void>;
}

/** A page of a new site, whose journal does not open for now: another tab keeps the database from being deleted. */
async function early(consent?: 'required'): Promise<Early> {
  const site = `left ${crypto.randomUUID()}`;
  name = `penchant ${site}`;
  const holder = await answer(indexedDB.open(name));
  const deleting = answer(indexedDB.deleteDatabase(name));
  tracker = createTracker({ site, ...(consent && { consent }) });
  return { site, open: async () => (holder.close(), void (await deleting)) };
}
const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('failed')));
  });
/** Reads the journal, and goes on until it is told that it is done: all that writes waits. */
async function read(): Promise<() => void> {
  const database = await answer(indexedDB.open(name));
  const meta = database.transaction(['signals', 'meta']).objectStore('meta');
  let isDone = false;
  const again = (): void =>
    meta.get('profile').addEventListener('success', () => (isDone ? database.close() : again()), { once: true });
  again();
  return () => void (isDone = true);
}
/** What happens to a page that is left. */
const goes = (): boolean => window.dispatchEvent(new PageTransitionEvent('pagehide'));
/** The next page of a site. */
const next = (site: string): void => {
  tracker?.stop();
  tracker = createTracker({ site });
};
const kept = async (): Promise<unknown> => (await tracker?.export())?.signals.map(({ signal }) => signal.item);
const like = (item: string): Observation => ({ signal: { kind: 'like', item, at: Date.now() }, item: { id: item } });

it('takes in, once, what a page was told that was left before its journal had opened', async () => {
  const { site, open } = await early();
  tracker?.like('a1');
  tracker?.like('b1');
  await wait(1);
  expect(leftIn(name)).toEqual([]); // a page that stays keeps it in memory
  goes();
  goes();
  expect(leftIn(name)).toHaveLength(1);
  expect(tracker?.status().unsaved).toBe(0);
  next(site);
  await open();
  await vi.waitFor(async () => expect(await kept()).toEqual(['a1', 'b1']), SOON);
  await vi.waitFor(() => expect(Object.keys(tracker?.profile().items ?? {})).toEqual(['a1', 'b1']), SOON);
  expect(leftIn(name)).toEqual([]);
  next(site);
  await tracker?.ready;
  await wait(50);
  expect(await kept()).toEqual(['a1', 'b1']);
});

it('takes it in on the same page, when that was only hidden', async () => {
  const { open } = await early();
  tracker?.like('a1');
  await wait(1);
  goes();
  expect(leftIn(name)).toHaveLength(1);
  tracker?.like('b1');
  await open();
  await tracker?.ready;
  await vi.waitFor(async () => expect(await kept()).toEqual(['b1', 'a1']), SOON);
  expect(Object.keys(tracker?.profile().items ?? {}).sort()).toEqual(['a1', 'b1']);
  expect(leftIn(name)).toEqual([]);
});

it('takes in once what was being written when its page was left, though that was written in the end', async () => {
  const { site, open } = await early();
  await open();
  await tracker?.ready;
  const done = await read();
  tracker?.like('a1');
  await wait(1);
  goes();
  expect(leftIn(name)).toHaveLength(1);
  done();
  await vi.waitFor(() => expect(tracker?.status().unsaved).toBe(0), SOON);
  next(site);
  await vi.waitFor(() => expect(leftIn(name)).toEqual([]), SOON);
  expect(await kept()).toEqual(['a1']);
});

it('leaves nothing of what is being written when it is only hidden: it lives, and writes it itself', async () => {
  const { open } = await early();
  await open();
  await tracker?.ready;
  const done = await read();
  tracker?.like('a1');
  await wait(1);
  vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  document.dispatchEvent(new Event('visibilitychange'));
  expect(tracker?.status().unsaved).toBe(1);
  expect(leftIn(name)).toEqual([]);
  done();
  await vi.waitFor(async () => expect(await kept()).toEqual(['a1']), SOON);
});

it('takes in what another page leaves while this one lives, and what was left while it was away', async () => {
  const { open } = await early();
  await open();
  await tracker?.ready;
  await wait(50);
  leave(name, [like('a1')]);
  window.dispatchEvent(new StorageEvent('storage', { key: leftIn(name)[0] ?? '' })); // as the browser tells other pages
  await vi.waitFor(async () => expect(await kept()).toEqual(['a1']), SOON);
  leave(name, [like('b1')]);
  window.dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  await vi.waitFor(async () => expect(await kept()).toEqual(['a1', 'b1']), SOON);
  expect(Object.keys(tracker?.profile().items ?? {})).toEqual(['a1', 'b1']);
  expect(leftIn(name)).toEqual([]);
});

it('closes the journal that opens only after it was stopped', async () => {
  const close = vi.spyOn(IDBDatabase.prototype, 'close');
  const { open } = await early();
  tracker?.stop();
  await open();
  const isJournal = (db: unknown): boolean => db instanceof IDBDatabase && db.name === name && db.version > 1; // what kept it waiting is of version 1
  await vi.waitFor(() => expect(close.mock.contexts.some(isJournal)).toBe(true), SOON);
  tracker = undefined;
});

it('is told nothing once it was stopped', async () => {
  const { open } = await early();
  tracker?.like('a1');
  tracker?.stop();
  tracker?.like('b1');
  expect(tracker?.status().recorded).toBe(1);
  await open();
  const reopened = await indexedDbJournal(name, { refuse: () => undefined });
  await vi.waitFor(
    async () => expect(await reopened.observations(9)).toMatchObject([{ signal: { item: 'a1' } }]),
    SOON,
  );
  reopened.close();
  tracker = undefined;
  indexedDB.deleteDatabase(name);
});

it('is taken in by one of two tabs, and not again when a killed browser shows it once more', async () => {
  name = `penchant left ${crypto.randomUUID()}`;
  leave(name, [like('a1')]);
  leave(name, [like('b1'), like('c1')]);
  const entries = leftIn(name).map((key) => [key, localStorage.getItem(key) ?? ''] as const);
  const refuse = (): undefined => undefined;
  const tabs = await Promise.all([1, 2].map(() => indexedDbJournal(name, { refuse })));
  const items = async (): Promise<string[]> =>
    (await tabs[0]?.observations(10))?.map(({ signal }) => signal.item).sort() ?? [];
  await vi.waitFor(async () => expect(await items()).toEqual(['a1', 'b1', 'c1']), SOON);
  await vi.waitFor(() => expect(leftIn(name)).toEqual([]), SOON);
  for (const [key, value] of entries) localStorage.setItem(key, value);
  tabs.push(await indexedDbJournal(name, { refuse }));
  await vi.waitFor(() => expect(leftIn(name)).toEqual([]), SOON);
  expect(await items()).toEqual(['a1', 'b1', 'c1']);
  tabs.forEach((tab) => tab.close());
  indexedDB.deleteDatabase(name);
});

it('leaves nothing before a consent that is required, and deletes what was left when it is denied', async () => {
  const { open } = await early('required');
  tracker?.like('a1');
  await wait(1);
  goes();
  expect(leftIn(name)).toEqual([]);
  tracker?.consent('granted');
  goes();
  expect(leftIn(name)).toHaveLength(1);
  tracker?.consent('denied');
  expect(leftIn(name)).toEqual([]);
  await open();
});

it('takes in nothing that is no signal, and fills no storage of the page', async () => {
  const { site, open } = await early();
  const other = `${name} and another left `;
  localStorage.setItem(`${other}0.5`, 'of another site');
  localStorage.setItem(`${name} left 0.1`, 'not JSON');
  localStorage.setItem(`${name} left 0.2`, '{"signal":1}');
  localStorage.setItem(`${name} left 0.3`, JSON.stringify([null, like(''), { ...like('b1'), item: 1 }, like('a1')]));
  next(site);
  await open();
  await vi.waitFor(async () => expect(await kept()).toEqual(['a1']), SOON);
  expect(Object.keys(localStorage)).toEqual([`${other}0.5`]);
  for (let page = 0; page < 40; page++)
    leave(
      name,
      Array.from({ length: 900 }, (_, i) => like(`${i}`)),
    );
  expect(leftIn(name)).toHaveLength(24);
  expect(JSON.parse(localStorage.getItem(leftIn(name)[0] ?? '') ?? '')).toHaveLength(500);
});

it('keeps in memory what storage does not take', async () => {
  const { open } = await early();
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('full', 'QuotaExceededError');
  });
  tracker?.like('a1');
  await wait(1);
  goes();
  expect(tracker?.status()).toMatchObject({ recorded: 1, unsaved: 1 });
  await open();
});
