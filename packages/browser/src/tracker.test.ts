import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import type { Tracker } from './api.js';
import type * as Contribute from './contribute/contribute.js';
import { createTracker } from './create.js';
import type * as Memory from './journal/memory.js';

/** Parts that cannot be fetched now: a page that went offline, a collector that is down. */
const missing = vi.hoisted(() => new Set<string>());

vi.mock('./journal/memory.js', async (original) => {
  const part = await original<typeof Memory>();
  return { memoryJournal: () => fetched('memory', part).memoryJournal() };
});
vi.mock('./contribute/contribute.js', async (original) => {
  const part = await original<typeof Contribute>();
  return {
    ...part,
    contribute: (...how: Parameters<typeof part.contribute>) => fetched('contribute', part).contribute(...how),
  };
});

function fetched<T>(name: string, part: T): T {
  if (missing.has(name)) throw new TypeError(`Failed to fetch dynamically imported module: ${name}.js`);
  return part;
}

let tracker: Tracker;
let sites = 0;
beforeEach(() => {
  missing.clear();
  vi.stubGlobal('fetch', async () => new Response('', { status: 202 }));
});
afterEach(() => {
  tracker.stop();
  vi.unstubAllGlobals();
});

it('says what it holds in memory while there is nowhere to keep it, and keeps it once there is', async () => {
  missing.add('memory');
  tracker = createTracker({ site: `tracker ${++sites}` }); // there is no IndexedDB here
  await tracker.ready;
  tracker.like('a');
  await tracker.flush();
  expect(tracker.status()).toMatchObject({ state: 'loading', storage: 'none', recorded: 1, unsaved: 1 });
  expect(Object.keys(tracker.profile().items)).toEqual(['a']);
  missing.clear();
  await tracker.flush();
  expect(tracker.status()).toMatchObject({ state: 'ready', storage: 'memory', recorded: 1, unsaved: 0 });
  expect((await tracker.export()).signals.map(({ signal }) => signal.item)).toEqual(['a']);
});

it('knows what is ranked also after thousands of others', async () => {
  tracker = createTracker({ site: `tracker ${++sites}` });
  await tracker.ready;
  tracker.rank(Array.from({ length: 6_000 }, (_, i) => ({ id: `${i}` })));
  tracker.rank([{ id: 'late', features: ['topic:a'] }]);
  tracker.like('late');
  const { signals } = await tracker.export();
  expect(signals.map(({ item }) => item)).toEqual([{ id: 'late', features: ['topic:a'] }]);
});

it('sends once what sends can be loaded', async () => {
  missing.add('contribute');
  tracker = createTracker({ site: `tracker ${++sites}`, collector: 'https://collect.example' });
  await tracker.ready;
  tracker.like('a');
  await tracker.flush();
  expect(tracker.status()).toMatchObject({ recorded: 1, acknowledged: 0 });
  missing.clear();
  await tracker.flush();
  expect(tracker.status()).toMatchObject({ acknowledged: 2, journal: { waiting: 0, sealed: 0 } }); // the like, and what it is liked with
});

it('says what is missing without a site, and breaks nothing', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
  tracker = createTracker(JSON.parse('{}')); // JavaScript may leave it out
  await tracker.ready;
  expect(tracker.rank([{ id: 'a' }])).toEqual([{ id: 'a' }]);
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('needs createTracker({ site:'));
  warn.mockRestore();
});

it('knows that something is bought again although nobody asked what the first purchase taught', async () => {
  tracker = createTracker({ site: `tracker ${++sites}` });
  await tracker.ready;
  const kinds: string[] = [];
  tracker.signals$.subscribe(({ kind }) => kinds.push(kind));
  for (let i = 0; i < 2; i++) {
    tracker.purchase('a');
    await Promise.resolve(); // a task of its own
  }
  expect(kinds).toEqual(['purchase', 'repurchase']);
});
