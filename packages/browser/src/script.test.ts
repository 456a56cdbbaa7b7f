import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { answer, openDoor, optionsOf, type DoorRooms } from './script.js';
import type { Explanation, Signal } from '@penchant/core';
import { trackersWith } from './create.js';
import { explained } from './explained.js';
import { scoringBy, type Scoring } from './scoring.js';
import { policyFrom } from './parts/policy.js';
import type { Tracker } from './api.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => warn.mockClear());
const rooms: DoorRooms = {
  trackerOf: trackersWith(async (asked) => explained(asked)),
  scoringBy: async (policy) => scoringBy(await policy),
  policyFrom: async (text) => policyFrom(text),
};

it('reads every option from the attributes of the tag', () => {
  expect(
    optionsOf({
      site: 'daily',
      collector: 'https://collect.example/',
      mode: 'local',
      consent: 'required',
      viewable: 'ms:500 share:0.6 nonsense ms2:-1',
      durability: 'strict',
      debug: '',
    }),
  ).toEqual({
    site: 'daily',
    collector: 'https://collect.example',
    mode: 'local',
    consent: 'required',
    viewable: { ms: 500, share: 0.6 },
    durability: 'strict',
    debug: true,
  });
});

it('says what is missing, and starts nothing', () => {
  const page = {};
  openDoor({}, page, rooms);
  expect(page).toEqual({});
  expect(warn).toHaveBeenCalledWith('[penchant]', 'needs data-site="…".');
});

it.each([
  ['netflix', 'netflix', 0],
  ['{"name":"news","rank":{"opened":"last"}}', 'news', 0],
  ['{', 'default', 1],
  ['{"rank":{"opened":"never"}}', 'default', 1],
])('takes the policy %s, or goes on with the default one and says why', async (policy, name, warnings) => {
  const page: Record<string, unknown> = {};
  const scoring = vi.fn(rooms.scoringBy);
  openDoor({ site: 'policy', policy }, page, { ...rooms, scoringBy: scoring });
  const { tracker } = page['penchant'] as { tracker: Tracker<Promise<Explanation>> };
  await tracker.ready;
  expect((await scoring.mock.results[0]?.value)?.policy.name).toBe(name);
  expect(warn).toHaveBeenCalledTimes(warnings);
  tracker.stop();
});

it('names the policies there are, when it does not know one', () => {
  expect(() => policyFrom('netflixx')).toThrow(
    '[penchant] data-policy must be one of amazon, article, netflix, reddit, spotify, tiktok, youtube, or changes as JSON.',
  );
});

it('drains the calls made before it came, in order, and answers from then on', async () => {
  const order: string[] = [];
  const stub = Object.assign(() => {}, {
    q: [
      [(tracker: Tracker) => order.push(`first ${tracker.status().mode}`)],
      ['like', 'a42'],
      [() => order.push('second')],
    ] as unknown[][],
  });
  const page: Record<string, unknown> = { likes: stub };
  openDoor({ site: 'drain', global: 'likes' }, page, rooms);
  const door = page['likes'] as { (...call: unknown[]): unknown; tracker: Tracker };
  await vi.waitFor(() => expect(order).toEqual(['first local', 'second']));
  expect(Object.keys(door.tracker.profile().items)).toEqual(['a42']);
  expect(door('status')).toMatchObject({ recorded: 1 });

  openDoor({ site: 'drain', global: 'likes' }, page, rooms);
  expect(page['likes']).toBe(door); // twice on a page is once
  door.tracker.stop();
});

it('captures while nothing scores, leaves lists as they are, and ranks by what it heard once something does', async () => {
  let come: (scoring: Scoring) => void = () => {};
  const coming = new Promise<Scoring>((resolve) => (come = resolve));
  const page: Record<string, unknown> = {};
  openDoor({ site: 'late' }, page, { ...rooms, scoringBy: () => coming });
  const { tracker } = page['penchant'] as { tracker: Tracker<Promise<Explanation>> };
  const order = () => tracker.rank([{ id: 'a' }, { id: 'b' }], { list: 'home' }).map(({ id }) => id);
  tracker.like('b');
  await vi.waitFor(() => expect(tracker.status()).toMatchObject({ storage: 'indexeddb', unsaved: 0, recorded: 1 }));
  await tracker.flush(); // waits for no scoring
  expect([tracker.status().state, order(), tracker.rank([{ id: 'a' }, { id: 'b' }], { limit: 1 })]).toEqual([
    'loading',
    ['a', 'b'],
    [{ id: 'a' }],
  ]);
  expect(tracker.profile()).toMatchObject({ features: {}, items: {}, suppressed: {} });
  const { profile, signals } = await tracker.export();
  expect([profile.features, profile.items, signals.map(({ signal }) => signal.item)]).toEqual([[], [], ['b']]);
  expect(await tracker.explain('b')).toMatchObject({ sentence: 'Because you liked this.' });
  come(scoringBy());
  await tracker.ready;
  expect([tracker.status().state, order()]).toEqual(['ready', ['b', 'a']]);
  expect(Object.keys(tracker.profile().items)).toEqual(['b']);
  tracker.stop();
});

it('asks again for what scores, where it cannot be had: when the page comes into sight, or the network is back', async () => {
  let asked = 0;
  const page: Record<string, unknown> = {};
  const scoring = async () => (++asked < 3 ? Promise.reject(new TypeError('Failed to fetch')) : scoringBy());
  openDoor({ site: 'again' }, page, { ...rooms, scoringBy: scoring });
  const { tracker } = page['penchant'] as { tracker: Tracker<Promise<Explanation>> };
  tracker.like('b');
  await tracker.ready;
  await vi.waitFor(() => expect(tracker.status().unsaved).toBe(0));
  expect(asked).toBe(1);
  document.dispatchEvent(new Event('visibilitychange'));
  await vi.waitFor(() => expect(asked).toBe(2));
  await new Promise((resolve) => setTimeout(resolve));
  dispatchEvent(new Event('online'));
  await vi.waitFor(() => expect(tracker.rank([{ id: 'a' }, { id: 'b' }]).map(({ id }) => id)).toEqual(['b', 'a']));
  tracker.stop();
});

it('has put lists in order when it is ready', async () => {
  const page: Record<string, unknown> = {};
  document.body.innerHTML = `<ol data-penchant-list="home" data-penchant-rank>
    <li data-penchant-item="a"></li><li data-penchant-item="b"></li></ol>`;
  openDoor({ site: 'order' }, page, rooms);
  const { tracker } = page['penchant'] as { tracker: Tracker };
  tracker.like('b');
  await tracker.ready;
  const items = [...document.querySelectorAll('[data-penchant-ranked] > li')];
  expect(items.map((item) => item.getAttribute('data-penchant-item'))).toEqual(['b', 'a']);
  tracker.stop();
  document.body.innerHTML = '';
});

it('does not take a purchase for one that nothing led up to, where it is told before earlier visits are at hand', async () => {
  const visit = () => {
    const page: Record<string, unknown> = {};
    openDoor({ site: 'thanks' }, page, { ...rooms, scoringBy: async () => scoringBy() });
    const { tracker } = page['penchant'] as { tracker: Tracker };
    const told: Signal[] = [];
    tracker.signals$.subscribe((signal) => told.push(signal));
    return { tracker, told };
  };
  const first = visit();
  await first.tracker.ready;
  first.tracker.rank([{ id: 'a', features: ['topic:tents'] }]);
  first.tracker.purchase('a');
  await first.tracker.flush();
  first.tracker.stop();
  const { tracker, told } = visit();
  tracker.rank([{ id: 'b', features: ['topic:tents'] }]);
  tracker.purchase('b');
  await tracker.ready;
  tracker.purchase('a');
  expect([...first.told, ...told]).toMatchObject([
    { kind: 'purchase', item: 'a', browsed: false },
    { kind: 'purchase', item: 'b' },
    { kind: 'repurchase', item: 'a' },
  ]);
  expect(told[0]).not.toHaveProperty('browsed');
  expect((await tracker.export()).signals.at(-2)).toMatchObject({ item: { id: 'b', features: ['topic:tents'] } });
  tracker.stop();
});

it('never throws into the page', async () => {
  const tracker = {
    ready: Promise.resolve(),
    rank: () => {
      throw new Error('broken');
    },
  } as unknown as Tracker<Promise<Explanation>>;
  expect(answer(tracker, ['rank'])).toBeUndefined();
  expect(answer(tracker, ['nothing'])).toBeUndefined();
  await answer(tracker, [
    () => {
      throw new Error('the page erred');
    },
  ]);
  expect(warn).toHaveBeenCalledTimes(3);
});
