import 'fake-indexeddb/auto';
import { afterEach, expect, it, vi } from 'vitest';
import { answer, openDoor, optionsOf } from './script.js';
import type { Tracker } from './tracker.js';

const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
afterEach(() => warn.mockClear());

it('reads every option from the attributes of the tag', () => {
  expect(
    optionsOf({
      site: 'daily',
      collector: 'https://collect.example/',
      mode: 'local',
      consent: 'granted',
      debug: '',
      policy: '{"rank":{"opened":"last"}}',
    }),
  ).toEqual({
    site: 'daily',
    collector: 'https://collect.example',
    mode: 'local',
    consent: 'granted',
    debug: true,
    policy: { rank: { opened: 'last' } },
  });
});

it('says what is missing, and starts nothing', () => {
  const page = {};
  openDoor({}, page);
  expect(page).toEqual({});
  expect(warn).toHaveBeenCalledWith('[penchant]', 'needs data-site="…".');
});

it('goes on without a policy that is not JSON', () => {
  expect(optionsOf({ site: 'daily', policy: '{' })).toEqual({ site: 'daily', policy: {}, debug: false });
  expect(warn).toHaveBeenCalledOnce();
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
  openDoor({ site: 'drain', global: 'likes' }, page);
  const door = page['likes'] as { (...call: unknown[]): unknown; tracker: Tracker };
  await vi.waitFor(() => expect(order).toEqual(['first local', 'second']));
  expect(Object.keys(door.tracker.profile().items)).toEqual(['a42']);
  expect(door('status')).toMatchObject({ recorded: 1 });

  openDoor({ site: 'drain', global: 'likes' }, page);
  expect(page['likes']).toBe(door); // twice on a page is once
  door.tracker.stop();
});

it('never throws into the page', async () => {
  const tracker = {
    ready: Promise.resolve(),
    rank: () => {
      throw new Error('broken');
    },
  } as unknown as Tracker;
  expect(answer(tracker, ['rank'])).toBeUndefined();
  expect(answer(tracker, ['nothing'])).toBeUndefined();
  await answer(tracker, [
    () => {
      throw new Error('the page erred');
    },
  ]);
  expect(warn).toHaveBeenCalledTimes(3);
});
