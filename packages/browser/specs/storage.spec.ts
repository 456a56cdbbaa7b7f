import type { Item } from '@penchant/core';
import { afterEach, expect, it, vi } from 'vitest';
import type { SignalInput } from '../src/index.js';
import { stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
afterEach(async () => {
  vi.restoreAllMocks();
  await at?.end();
});

const deleted = (name: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.deleteDatabase(name);
    request.addEventListener('success', () => resolve());
    request.addEventListener('error', () => reject(new Error('not deleted')));
  });

/** A database as some version left it. */
const openedAt = (name: string, version: number): Promise<IDBDatabase> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open(name, version);
    request.addEventListener('upgradeneeded', () => void request.result.createObjectStore('from the future'));
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(new Error('not opened')));
  });

it('lets go of its database when another tab deletes it, and goes on in a new one', async () => {
  const site = `storage ${crypto.randomUUID()}`;
  at = await stand('', { site });
  at.tracker.like('a1');
  await wait(50);
  await deleted(`penchant ${site}`); // would wait for ever for a tab that held on
  at.tracker.like('b1');
  await vi.waitFor(() => expect(at?.tracker.status()).toMatchObject({ storage: 'indexeddb', unsaved: 0 }));
  const { signals } = await at.tracker.export();
  expect(signals.map(({ signal }) => signal.item)).toEqual(['b1']);
});

it.each([
  ['relaxed', {}],
  ['strict', { durability: 'strict' }],
] as const)(
  'writes signals with %s durability where the page asks %o, and what is sent strictly',
  async (asked, how) => {
    vi.spyOn(globalThis, 'fetch').mockImplementation(async () => new Response('', { status: 202 }));
    const transact = vi.spyOn(IDBDatabase.prototype, 'transaction');
    const writes = (including: string): string[] =>
      transact.mock.results
        .map(({ value }) => value as IDBTransaction)
        .filter(({ mode, objectStoreNames }) => mode === 'readwrite' && objectStoreNames.contains(including))
        .map(({ objectStoreNames, durability }) => `${[...objectStoreNames].join(' ')}: ${durability}`);
    at = await stand('', { site: `storage ${crypto.randomUUID()}`, collector: 'https://collect.example', ...how });
    at.tracker.like('a1');
    at.tracker.like('b1');
    await wait(1);
    at.tracker.like('c1');
    await at.tracker.flush();
    expect(writes('signals')).toEqual([`signals: ${asked}`, `signals: ${asked}`, 'contributions meta signals: strict']);
  },
);

it('works in memory where the browser denies storage, and says so', async () => {
  vi.spyOn(indexedDB, 'open').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  at = await stand('', { site: `storage ${crypto.randomUUID()}` });
  at.tracker.like('a1');
  await wait(30);
  expect(at.tracker.status()).toMatchObject({ state: 'ready', storage: 'memory', recorded: 1 });
  expect(Object.keys(at.tracker.profile().items)).toEqual(['a1']);
});

it('works in memory beside a journal of a newer version, which it leaves alone until the visitor forgets', async () => {
  const name = `penchant storage ${crypto.randomUUID()}`;
  const newer = await openedAt(name, 1_000);
  newer.close();
  at = await stand('', { site: name.slice('penchant '.length) });
  at.tracker.like('a1');
  await wait(30);
  expect(at.tracker.status()).toMatchObject({ state: 'ready', storage: 'memory', recorded: 1, unsaved: 0 });
  const again = await openedAt(name, 1_000);
  expect([...again.objectStoreNames]).toEqual(['from the future']);
  again.close();
  await at.tracker.forget();
  expect(at.tracker.status()).toMatchObject({ state: 'ready', storage: 'memory' });
  expect((await indexedDB.databases()).map((database) => database.name)).not.toContain(name);
});

it('works in memory where another tab keeps the database from being opened, and hinders nobody afterwards', async () => {
  const name = `penchant storage ${crypto.randomUUID()}`;
  const holder = await openedAt(name, 1); // a tab that never lets go
  const deleting = deleted(name);
  at = await stand('', { site: name.slice('penchant '.length) });
  at.tracker.like('a1');
  await wait(30);
  expect(at.tracker.status()).toMatchObject({ storage: 'memory', recorded: 1, unsaved: 0 });
  holder.close();
  await deleting;
  await deleted(name); // what was opened too late was closed
});

it('hears from another tab what it learnt there, and forgets together with it', async () => {
  const site = `storage ${crypto.randomUUID()}`;
  at = await stand('', { site });
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const Channel = (frame.contentWindow as unknown as typeof globalThis).BroadcastChannel;
  const other = new Channel(`penchant ${site}`);
  const heard: unknown[] = [];
  other.addEventListener('message', ({ data }) => heard.push(data));
  at.tracker.like('a1');
  await vi.waitFor(() => expect(heard).toEqual(['learnt']));
  other.postMessage('forgotten');
  await vi.waitFor(() => expect(at?.tracker.profile().items).toEqual({}));
  await at.tracker.forget();
  await vi.waitFor(() => expect(heard).toEqual(['learnt', 'forgotten']));
  other.close();
});

it('takes back the last thing that was said of an item, as if it had never been', async () => {
  at = await stand('', { site: `storage ${crypto.randomUUID()}` });
  at.tracker.save('a1');
  await wait(20);
  const before = at.tracker.profile().items['a1']?.score;
  at.tracker.rate('a1', 1);
  await wait(5);
  await at.tracker.undo('a1');
  await wait(20);
  expect(at.tracker.profile().items['a1']?.score).toBeCloseTo(before ?? 9, 6);
  await at.tracker.undo('a1');
  await at.tracker.undo('a1'); // there is nothing more to take back
  await wait(20);
  expect(at.tracker.profile().items).toEqual({});
});

it.each<[string, (id: string) => object]>([
  ['with functions', (id) => ({ id, features: ['topic:a'], open: () => undefined })],
  ['with elements', (id) => ({ id, features: ['topic:a'], element: document.body })],
  ['behind a proxy', (id) => new Proxy({ id, features: new Proxy(['topic:a'], {}) }, {})],
  ['with features behind a proxy', (id) => ({ id, features: new Proxy({ 'topic:a': 0.5 }, {}) })],
  [
    'that refer to themselves',
    (id) => {
      const item: Record<string, unknown> = { id, features: ['topic:a'] };
      item['self'] = item;
      return item;
    },
  ],
  ['with prices that JSON lacks', (id) => ({ id, features: ['topic:a'], price: 12n })],
])('keeps of a page’s own items what is known of them, %s, and nothing else', async (_, own) => {
  at = await stand('', { site: `storage ${crypto.randomUUID()}` });
  at.tracker.rank([own('a1') as Item]);
  at.tracker.like('a1');
  await wait(50);
  expect(at.tracker.status()).toMatchObject({ storage: 'indexeddb', unsaved: 0 });
  const { signals } = await at.tracker.export();
  expect(signals).toMatchObject([{ signal: { kind: 'like', item: 'a1' }, item: { id: 'a1' } }]);
  expect(Object.keys(signals[0]?.item ?? {})).toEqual(['id', 'features']);
});

it('keeps of what a page records what signals have, and refuses what cannot be read, without a word to the page', async () => {
  const failed = vi.fn<(event: Event) => void>();
  addEventListener('error', failed);
  addEventListener('unhandledrejection', failed);
  const features = vi.fn<() => Item>(() => {
    throw new Error('not yet');
  });
  at = await stand('', { site: `storage ${crypto.randomUUID()}`, features });
  const { tracker } = at;
  const own = { kind: 'like', item: 'a1', card: document.body, open: () => undefined } as const;
  tracker.record(own);
  tracker.record(new Proxy({ ...own, item: 'b1' }, {}));
  const about = { gift: false, order: own };
  tracker.purchase('c1', about);
  const { proxy, revoke } = Proxy.revocable<SignalInput>({ kind: 'like', item: 'd1' }, {});
  revoke();
  for (const nothing of [proxy, null, undefined, 'like', { kind: 'like', item: own }])
    tracker.record(nothing as SignalInput);
  await wait(50);
  expect(tracker.status()).toMatchObject({ storage: 'indexeddb', unsaved: 0, recorded: 3 });
  expect(tracker.status().refused).toEqual({ 'kind kind': 4, 'item length': 1 });
  const { signals } = await tracker.export();
  expect(signals).toEqual([
    { signal: { kind: 'like', item: 'a1', at: expect.any(Number) }, item: { id: 'a1' } },
    { signal: { kind: 'like', item: 'b1', at: expect.any(Number) }, item: { id: 'b1' } },
    { signal: { kind: 'purchase', item: 'c1', gift: false, at: expect.any(Number) }, item: { id: 'c1' } },
  ]);
  expect(features).toHaveBeenCalledTimes(3);
  expect(failed).not.toHaveBeenCalled();
  removeEventListener('error', failed);
  removeEventListener('unhandledrejection', failed);
});
