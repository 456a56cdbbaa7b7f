import { afterEach, beforeAll, expect, it, vi } from 'vitest';
import { listOf, stand, wait, type Stand } from './page.js';

let at: Stand | undefined;
beforeAll(() => localStorage.clear()); // what pages of other specs left for their next visit
afterEach(async () => {
  vi.restoreAllMocks();
  await at?.end();
});

/** Everything that a page can keep, by where it is kept. */
async function kept(site: string): Promise<string[]> {
  const databases = (await indexedDB.databases?.()) ?? [];
  return [
    ...databases.flatMap(({ name }) => (name?.includes(site) ? [`database ${name}`] : [])),
    ...Object.keys(localStorage).map((key) => `localStorage ${key}`),
    ...Object.keys(sessionStorage).flatMap((key) => (key.includes('penchant') ? [`sessionStorage ${key}`] : [])),
    ...(await caches.keys()).map((key) => `cache ${key}`),
    ...document.cookie.split(';').flatMap((cookie) => (cookie.trim() ? [`cookie ${cookie}`] : [])),
  ];
}
const onDevice = (): string => `consent ${crypto.randomUUID()}`;

it('keeps nothing anywhere before a consent that is required, learns all the same, and keeps all of it once it is given', async () => {
  const site = onDevice();
  const fetched = vi.spyOn(window, 'fetch');
  at = await stand(listOf('home', ['a1']), { site, consent: 'required', collector: 'https://collect.example' });
  at.tracker.like('a1');
  const when = at.signals[0]?.at;
  await wait(50);
  expect(await kept(site)).toEqual([]);
  expect(fetched).not.toHaveBeenCalled();
  expect(at.tracker.status()).toMatchObject({ consent: 'waiting', unsaved: 1, storage: 'none' });
  expect(Object.keys(at.tracker.profile().items)).toEqual(['a1']); // in memory, for this page

  at.tracker.consent('granted');
  await vi.waitFor(async () => expect(await kept(site)).toEqual([`database penchant ${site}`]));
  await vi.waitFor(() =>
    expect(at?.tracker.status()).toMatchObject({ consent: 'all', unsaved: 0, storage: 'indexeddb' }),
  );
  const { signals } = await at.tracker.export();
  const likes = signals.filter(({ signal }) => signal.kind === 'like'); // by now a1 may have been in view for a second
  expect(likes.map(({ signal }) => [signal.item, signal.at])).toEqual([['a1', when]]); // with the time it was done at
});

it('forgets what waited when consent is denied, and keeps nothing after it', async () => {
  const site = onDevice();
  at = await stand('', { site, consent: 'required' });
  at.tracker.like('a1');
  at.tracker.consent('denied');
  at.tracker.like('b1');
  await wait(50);
  expect(at.tracker.profile().items).toEqual({});
  expect(at.tracker.status()).toMatchObject({ consent: 'denied', unsaved: 0, refused: { 'consent denied': 1 } });
  expect(await kept(site)).toEqual([]);
});

it('deletes what earlier visits left when the page starts with a denial, without opening anything', async () => {
  const site = onDevice();
  const first = await stand('', { site });
  first.tracker.like('a1');
  await vi.waitFor(async () => expect(await kept(site)).toHaveLength(1));
  await wait(50);
  first.tracker.stop();
  await wait(50);

  at = await stand('', { site, consent: 'denied' });
  expect(at.tracker.profile().items).toEqual({});
  await vi.waitFor(async () => expect(await kept(site)).toEqual([]));
});

it('waits for a consent platform that is on the page', async () => {
  const site = onDevice();
  let say: (data: object, ok: boolean) => void = () => {};
  Object.assign(window, { __tcfapi: (_command: string, _version: number, told: typeof say) => void (say = told) });
  at = await stand('', { site });
  at.tracker.like('a1');
  await wait(300);
  expect(await kept(site)).toEqual([]);
  say({ eventStatus: 'useractioncomplete', purpose: { consents: { 1: true } } }, true);
  await vi.waitFor(async () => expect(await kept(site)).toHaveLength(1));
  expect(at.tracker.status().consent).toBe('device');
  say({ eventStatus: 'useractioncomplete', purpose: { consents: {} } }, true);
  await vi.waitFor(async () => expect(await kept(site)).toEqual([]));
  Reflect.deleteProperty(window, '__tcfapi');
});

it('forgets an item as if it had never been there', async () => {
  at = await stand('');
  at.tracker.like('a1');
  at.tracker.like('b1');
  await wait(30);
  await at.tracker.exclude({ item: 'a1' });
  expect(Object.keys(at.tracker.profile().items)).toEqual(['b1']);
});

it('stops what is being sent when it is told to forget, however often consent was given before', async () => {
  const stops: AbortSignal[] = [];
  vi.spyOn(window, 'fetch').mockImplementation(async (_, init) => {
    if (init?.method !== 'POST') return new Response('{}'); // the model
    if (init.signal) stops.push(init.signal);
    return new Promise(() => {});
  });
  at = await stand('', { site: onDevice(), consent: 'granted', collector: 'https://collect.example' });
  at.tracker.like('a1');
  await wait(20);
  void at.tracker.flush();
  await vi.waitFor(() => expect(stops).toHaveLength(2)); // a like is a reaction, and a device that likes the item
  at.tracker.consent('granted');
  expect(stops.map(({ aborted }) => aborted)).toEqual([false, false]);
  await at.tracker.forget();
  expect(stops.map(({ aborted }) => aborted)).toEqual([true, true]);
});
