import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openExample, type Example } from './example.js';

const EPISODES = '[data-penchant-list="episodes"][data-penchant-ranked] > [data-penchant-item]';
const RATE = 4; // what is played faster is not believed

describe('a listener of the podcast', () => {
  let podcast: Example;
  beforeAll(async () => {
    podcast = await openExample('podcast');
    await podcast.page.waitForSelector(EPISODES);
  });
  afterAll(() => podcast.end());

  const topics = (): Promise<string[]> =>
    podcast.page.$$eval(EPISODES, (items) =>
      items.map((item) => /topic:(\w+)/.exec(item.getAttribute('data-penchant-features') ?? '')?.[1] ?? ''),
    );
  /** Comes back, and again where the machine was so slow that the page was painted before it could be ranked: then it stays as it is. */
  const comeBack = (check: () => Promise<void>): Promise<void> =>
    vi.waitFor(
      async () => {
        await podcast.page.reload();
        await podcast.page.waitForSelector(EPISODES);
        await check();
      },
      { timeout: 20_000 },
    );

  it('finds the newest first, and recordings that can be heard', async () => {
    expect((await topics()).slice(0, 3)).toEqual(['birds', 'rails', 'piano']);
    const seconds = await podcast.page.$$eval('audio', (recordings) =>
      Promise.all(
        recordings.map(async (audio) => {
          audio.preload = 'metadata';
          if (audio.readyState === 0) await new Promise((resolve) => audio.addEventListener('loadedmetadata', resolve));
          return Math.round(audio.duration);
        }),
      ),
    );
    expect(seconds).toEqual([12, 14, 16, 12, 14, 16, 12, 14, 16]);
    expect(await podcast.barriers()).toEqual([]);
  });

  it('hears two about the railway to the end, and finds the railway first when they come back', async () => {
    for (const id of ['sleeper-to-inverness', 'points-failure'])
      await podcast.page.$eval(
        `[data-penchant-item="${id}"] audio`,
        async (audio, rate) => {
          audio.playbackRate = rate;
          await audio.play();
          await new Promise((resolve) => audio.addEventListener('ended', resolve));
        },
        RATE,
      );
    await comeBack(async () => expect((await topics())[0]).toBe('rails'));
    await vi.waitFor(async () =>
      expect(await podcast.texts('[data-because]')).toEqual([expect.stringMatching(/^Because you heard .*rails\.$/)]),
    );
  });

  it('asks for less of it, and it is last the next time', async () => {
    await podcast.page.click('[data-penchant-item="points-failure"] [data-penchant-dislike]');
    await podcast.page.click('[data-penchant-item="sleeper-to-inverness"] [data-penchant-dislike]');
    await comeBack(async () => expect((await topics()).slice(0, 3)).not.toContain('rails'));
  });

  it('was never told on, and the page’s own rules were kept', () => {
    expect(podcast.requests.filter((address) => !address.startsWith(podcast.url))).toEqual([]);
    expect(podcast.complaints).toEqual([]);
  });
});
