import type { Tracker, TrackerStatus } from '@penchant/browser';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { available, open, type Tab, type Visitor } from '../browsers/engines.js';
import { leafPage } from './play.js';
import { wordsOf } from './sums.js';
import { openTown, type Town } from './town.js';

const LIKES = ['like a', 'like b'];

/** From now on this page fetches nothing: the quota is used up by others, or a blocker replaced it. */
const refuseFetch = (tab: Tab): Promise<unknown> =>
  tab.evaluate(() => void (window.fetch = () => Promise.reject(new TypeError('refused'))));
const like = (tab: Tab, item: string): Promise<unknown> =>
  tab.evaluate((liked) => window.penchant('record', { kind: 'like', item: liked }), item);
/** Sends, and says how many contributions are not acknowledged yet. */
const sealed = (tab: Tab): Promise<number | undefined> =>
  tab.evaluate(async () => {
    const { tracker } = window.penchant as unknown as { readonly tracker: Tracker };
    await tracker.flush();
    return (window.penchant('status') as TrackerStatus).journal?.sealed;
  });

describe.each(available)('a page with %s that may not fetch', (engine) => {
  let town: Town;
  let visitor: Visitor;
  beforeEach(async () => {
    town = await openTown();
    town.publish('leaf.html', leafPage(town.collector));
    await town.startCollector();
    visitor = await open(engine, { profile: town.profile('reader') });
    await visitor.goto(`${town.paper}/leaf.html`);
    await sealed(visitor);
    await refuseFetch(visitor);
    await like(visitor, 'a');
    await like(visitor, 'b');
  });
  afterEach(async () => {
    await visitor.close();
    await town.end();
  });
  /** What was posted to the collector so far. */
  const posted = (): string[] =>
    town.asked.filter(({ method }) => method === 'POST').map(({ body }) => JSON.stringify(body));
  const arrived = (): Promise<void> =>
    vi.waitFor(async () => expect(await wordsOf(town.store(), 'daily')).toEqual(LIKES), 5_000);

  it.each([
    ['is left', () => visitor.goto(`${town.paper}/leaf.html?next`)],
    ['is hidden', () => visitor.hide()],
  ])('gives the browser a beacon when it %s, and the next page has it acknowledged, once', async (_, go) => {
    expect(await sealed(visitor)).toBe(2); // likes, and the pair
    expect(posted()).toEqual([]);
    await go();
    await arrived();

    await visitor.show();
    await visitor.goto(`${town.paper}/leaf.html?later`);
    expect(await sealed(visitor)).toBe(0);
    expect(new Set(posted()).size).toBe(2); // byte for byte what the beacons said
    expect(posted().length).toBeGreaterThanOrEqual(4);
    expect(await wordsOf(town.store(), 'daily')).toEqual(LIKES);
  });
});
