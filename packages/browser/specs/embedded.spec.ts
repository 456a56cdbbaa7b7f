import type { Watch } from '@penchant/core';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { commands } from 'vitest/browser';
import { treeOf } from '../src/capture/tree.js';
import { watchMedia } from '../src/capture/watch/media.js';
import type { Told } from '../src/capture/watch/play.js';
import type { Protocol } from '../src/capture/watch/protocol.js';
import { vimeo } from '../src/capture/watch/vimeo.js';
import { youtube } from '../src/capture/watch/youtube.js';
import { pageOf } from '../src/page.js';
import { wait } from './page.js';

// YouTube and Vimeo are not asked: a page of another origin speaks their protocols, and is given their places.
const OTHER = new URL('./player.xhtml', import.meta.url);
OTHER.hostname = OTHER.hostname === 'localhost' ? '127.0.0.1' : 'localhost';
const DURATION_MS = 8_000;

let stop: (() => void) | undefined;
let told: Watch[] = [];

beforeEach(async () => {
  document.body.innerHTML = '<p>A page.</p>';
  await commands.realClick('p');
  told = [];
});
afterEach(() => {
  stop?.();
  document.body.innerHTML = '';
});

const frame = (id = 'embed'): HTMLIFrameElement => document.querySelector<HTMLIFrameElement>(`#${id}`)!;
const ask = (deed: string, id?: string): void => frame(id).contentWindow!.postMessage(deed, OTHER.origin);
/** Makes a player talk, as if the page itself spoke with it. */
function talk(id?: string): void {
  const hello = [{ event: 'listening', id: 1, channel: 'widget' }, { method: 'ping' }];
  const subscriptions = ['play', 'timeupdate'].map((value) => ({ method: 'addEventListener', value }));
  for (const message of [...hello, ...subscriptions]) ask(JSON.stringify(message), id);
  ask('play', id);
}
const embed = (as: string, id = 'embed'): string =>
  `<iframe id="${id}" src="${OTHER.href}?as=${as}" width="320" height="180"></iframe>`;
const at = (protocol: Protocol): Protocol => ({ ...protocol, origins: [OTHER.origin] });

async function standBy(html: string, ...protocols: Protocol[]): Promise<void> {
  document.body.innerHTML = `<main id="root" data-penchant-item="v1">${html}</main><div id="outside"></div>`;
  const out = { next: ({ signal }: Told) => void told.push(signal), error: reportError };
  const root = document.querySelector('#root')!;
  const tree = treeOf(root);
  const end = watchMedia(tree, root, pageOf(window), out, protocols);
  stop = () => {
    end();
    tree.stop();
  };
  await loaded(frame());
}
const loaded = async (embedded: HTMLIFrameElement): Promise<void> => {
  await new Promise((resolve) => embedded.addEventListener('load', resolve, { once: true }));
  await wait(1_200); // it is greeted until it listens
};
const SOON = { timeout: 6_000, interval: 20 };
/** Waits until somebody has attended to it for so long. */
const attended = (ms: number): Promise<void> =>
  vi.waitFor(() => expect(told.at(-1)?.attendedMs).toBeGreaterThanOrEqual(ms), SOON);
const acts = (): number => new Set(told.map(({ opened }) => opened)).size;

describe.each([
  ['YouTube', youtube, 'youtube&enablejsapi=1'],
  ['Vimeo', vimeo, 'vimeo'],
])('a player of %s in a frame', (_, protocol, as) => {
  it('is watched as far as it plays, without what was leapt over', async () => {
    await standBy(embed(as), at(protocol));
    expect(told).toEqual([]);
    ask('play');
    await attended(1_500);
    ask('seek'); // to second 6 of 8
    await wait(900);
    ask('pause');
    await wait(200);
    const { coverage = 0, attendedMs, durationMs, dropOff = 0, item } = told.at(-1)!;
    expect(item).toBe('v1');
    expect(durationMs).toBe(DURATION_MS);
    expect(Math.abs(attendedMs / DURATION_MS - coverage)).toBeLessThan(0.02); // its timers may be late by that
    expect(coverage).toBeGreaterThan(1.9 / 8);
    expect(coverage).toBeLessThan(3.4 / 8);
    expect(dropOff).toBeGreaterThan(6.5 / 8);
    const count = told.length;
    await wait(900);
    expect(told).toHaveLength(count); // paused
  });

  it('begins another act with another video', async () => {
    await standBy(embed(as), at(protocol));
    ask('play');
    await attended(1_000);
    ask('another');
    ask('play');
    await vi.waitFor(() => expect(acts()).toBe(2), SOON);
    expect(told.at(-1)!.coverage).toBeLessThan(0.1);
  });

  it('begins another act with another page in the frame', async () => {
    await standBy(embed(as), at(protocol));
    ask('play');
    await attended(400);
    frame().src += '&again';
    await loaded(frame());
    ask('play');
    await vi.waitFor(() => expect(acts()).toBe(2), SOON);
  });

  it('is not heard from elsewhere, nor greeted there', async () => {
    await standBy(embed(as), protocol); // of its real origin alone
    expect(await greetings()).toBe(0);
    talk();
    await wait(1_200);
    expect(told).toEqual([]);
  });

  it('is not heard from another window of its origin', async () => {
    await standBy(embed(as), at(protocol));
    document.querySelector('#outside')!.innerHTML = embed(as, 'impostor');
    await loaded(frame('impostor'));
    talk('impostor');
    await wait(1_200);
    expect(told).toEqual([]);
  });

  it('is greeted until it answers, and no more', async () => {
    await standBy(embed(as), at(protocol));
    const count = await greetings();
    expect(count).toBeGreaterThan(0);
    await wait(1_200);
    expect(await greetings()).toBe(count);
  });
});

it('leaves a player of YouTube that the page speaks with to the page, and listens', async () => {
  await standBy(embed('youtube&enablejsapi=1&widgetid=1'), at(youtube));
  expect(await greetings()).toBe(0);
  talk();
  await vi.waitFor(() => expect(told.length).toBeGreaterThan(0), SOON);
});

it('does not greet a player of YouTube that would not answer', async () => {
  await standBy(embed('youtube'), at(youtube));
  expect(await greetings()).toBe(0);
});

it('hears babble without harm', async () => {
  await standBy(embed('youtube&enablejsapi=1'), at(youtube));
  ask('babble');
  ask('play');
  await vi.waitFor(() => expect(told.at(-1)?.attendedMs).toBeGreaterThan(300), SOON);
  expect(told.every(({ item, coverage = 0 }) => item === 'v1' && coverage < 0.5)).toBe(true);
});

async function greetings(): Promise<number> {
  const answer = new Promise<number>((resolve) => {
    addEventListener('message', function hear({ data }: MessageEvent) {
      const { greetings: count } = Object(data) as { greetings?: number };
      if (count === undefined) return;
      removeEventListener('message', hear);
      resolve(count);
    });
  });
  ask('report');
  return answer;
}
