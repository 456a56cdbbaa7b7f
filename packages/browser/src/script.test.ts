import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { answer, openDoor, optionsOf, type DoorRooms } from './script.js';
import { explain, type Explanation } from '@penchant/core';
import { trackersWith } from './create.js';
import { policyFrom } from './parts/policy.js';
import type { Tracker } from './api.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => warn.mockClear());
const rooms: DoorRooms = {
  trackerOf: trackersWith(async (...asked) => explain(...asked)),
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
  const trackerOf = vi.fn(rooms.trackerOf);
  openDoor({ site: 'policy', policy }, page, { ...rooms, trackerOf });
  await vi.waitFor(() => expect(trackerOf).toHaveBeenCalled());
  expect(trackerOf.mock.calls[0]?.[1].name).toBe(name);
  expect(warn).toHaveBeenCalledTimes(warnings);
  trackerOf.mock.results[0]?.value.stop();
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
