import { makeClips } from '@penchant/example-video';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { findEngines } from '../browsers/find.js';
import { openExample, type Example } from './example.js';

const NEXT = '[data-penchant-list="next"] > [data-penchant-item]';
const RATE = 4; // a film of a quarter of a minute is over in four seconds; what is played faster is not believed

describe('a viewer of the video site', () => {
  let channel: Example;
  beforeAll(async () => {
    const { chromium } = findEngines();
    await makeClips({ out: `${import.meta.dirname}/../../examples/video/dist/clips`, ...(chromium && { chromium }) }); // where they were built without a Chromium
    channel = await openExample('video', { single: true });
    await channel.page.waitForSelector(NEXT);
  }, 120_000);
  afterAll(() => channel.end());

  const next = (): Promise<string[]> =>
    channel.page.$$eval(NEXT, (items) =>
      items.map((item) => /topic:(\w+)/.exec(item.getAttribute('data-penchant-features') ?? '')?.[1] ?? ''),
    );
  const open = (id: string): Promise<void> => channel.page.locator(`${NEXT} a[href="?v=${id}"]`).click();
  const play = (toTheEnd: boolean): Promise<void> =>
    channel.page.$eval(
      'video',
      async (video, rate, whole) => {
        video.muted = false;
        video.playbackRate = rate;
        await video.play();
        await new Promise((resolve) =>
          video.addEventListener(whole ? 'ended' : 'timeupdate', () => (whole || video.currentTime > 4) && resolve(0)),
        );
        video.pause();
      },
      RATE,
      toTheEnd,
    );

  it('finds films of every series next, real ones, with nothing in the way', async () => {
    expect(new Set(await next()).size).toBe(4);
    const seconds = await channel.page.$eval('video', async (video) => {
      if (video.readyState === 0) await new Promise((resolve) => video.addEventListener('loadedmetadata', resolve));
      return video.duration;
    });
    expect(seconds).toBeCloseTo(16, 0);
    expect(await channel.barriers()).toEqual([]);
  });

  it('watches two films about trains to the end, and is offered trains first', async () => {
    for (const id of ['night-train-north', 'the-6-40-to-the-coast']) {
      await open(id);
      await vi.waitFor(async () => expect(await channel.texts('.progress')).toEqual(['Not watched yet: press play.']));
      await channel.page.click('video'); // the visitor is there
      await play(true);
      await vi.waitFor(async () => {
        const [told = ''] = await channel.texts('.progress');
        expect(Number(/\d+/.exec(told)?.[0])).toBeGreaterThanOrEqual(95);
      });
    }
    await channel.page.locator(`${NEXT}[data-penchant-features~="topic:fire"] a`).click();
    await vi.waitFor(async () => expect((await next()).slice(0, 2)).toEqual(['rails', 'rails']), 5_000);
    const ids = await channel.page.$$eval(NEXT, (items) =>
      items.map((item) => item.getAttribute('data-penchant-item')),
    );
    expect(ids.slice(0, 2)).not.toContain('night-train-north'); // there is more to see of it
  }, 40_000);

  it('leaves a film early, and it is shown how far it went', async () => {
    await play(false);
    await open('branch-line-in-june');
    await vi.waitFor(async () => {
      const [told = ''] = await channel.texts('main .progress');
      expect(told).toBe('Not watched yet: press play.');
    });
    await channel.page.reload();
    await channel.page.waitForSelector(NEXT);
    expect((await next()).slice(0, 1)).toEqual(['rails']); // as before
    await open((await channel.page.$eval(NEXT, (item) => item.getAttribute('data-penchant-item'))) ?? '');
    await channel.page.goBack();
    expect(channel.complaints).toEqual([]);
    expect(channel.requests.filter((address) => !address.startsWith(channel.url))).toEqual([]);
  });

  it('hides a film, and it is gone', async () => {
    const [first = ''] = await channel.texts(`${NEXT} .name`);
    await channel.press(`Not interested in ${first}`);
    await vi.waitFor(async () => expect(await channel.texts(`${NEXT} .name`)).not.toContain(first));
  });
});
