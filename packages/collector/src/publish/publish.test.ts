import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/store.js';
import { contribution, LAST_WEEK, THIS_WEEK } from '../testing.js';
import { EPOCH_MS } from '@penchant/core';
import { Publisher, type Publication, type PublisherOptions } from './publish.js';

const publisherOver = (store: Store, options: Partial<PublisherOptions> = {}): Publisher =>
  new Publisher({
    store,
    sites: ['daily', 'weekly'],
    clock: () => THIS_WEEK * EPOCH_MS,
    minContributions: 1,
    openEpochs: false,
    onFailure: () => {},
    ...options,
  });
const textOf = (publication: Publication | undefined): string => String(publication?.model.forms.identity.bytes);

describe('Publisher', () => {
  it('gives the same bytes for the same contributions in another order', async () => {
    const texts = [];
    for (const ids of [
      [1, 2, 3],
      [3, 1, 2],
    ]) {
      const store = memoryStore();
      for (const id of ids) await store.add(contribution(id, { list: `list ${id}` }));
      const publisher = publisherOver(store);
      await publisher.publish();
      texts.push(textOf(publisher.publications.get('daily')));
    }
    expect(texts[0]).toContain('list 2');
    expect(texts[0]).toBe(texts[1]);
  });

  it('keeps the last good model when one site fails, says so, and still publishes the others', async () => {
    const store = memoryStore();
    await store.add(contribution(1));
    await store.add(contribution(1, { site: 'weekly' }));
    let broken = '';
    const sums: Store['sums'] = async (site, epochs) => {
      if (site === broken) throw new TypeError('no');
      return store.sums(site, epochs);
    };
    const failures: unknown[] = [];
    const publisher = publisherOver(
      { ...store, sums },
      { onFailure: (site, error) => failures.push([site, String(error)]) },
    );
    expect(await publisher.publish()).toBe('published');
    const good = publisher.publications.get('daily');

    broken = 'daily';
    await store.add(contribution(2, { site: 'weekly' }));
    expect(await publisher.publish()).toBe('failed');
    expect(textOf(publisher.publications.get('daily'))).toBe(textOf(good));
    expect(publisher.publications.get('daily')?.lastFailure).toEqual({ at: THIS_WEEK * EPOCH_MS, reason: 'TypeError' });
    expect(failures).toEqual([['daily', 'TypeError: no']]);
    expect(textOf(publisher.publications.get('weekly'))).toContain('"impressions":6');
  });

  it('does not publish what devices would refuse', async () => {
    const cell = (item: string, clicks: number) => ({
      item,
      list: 'home',
      position: 1,
      bucket: 0,
      impressions: 9,
      clicks,
    });
    const broken = [cell('a', NaN), cell('b', 1)].map((of) => ({ ...of, contributions: 1_000 }));
    const store: Store = { ...memoryStore(), sums: async () => ({ lists: broken, reactions: [] }) };
    const publisher = publisherOver(store, { sites: ['daily'] });
    const before = textOf(publisher.publications.get('daily'));
    expect(await publisher.publish()).toBe('failed');
    expect(textOf(publisher.publications.get('daily'))).toBe(before);
  });

  it('publishes what was added before it was asked, even while it is publishing', async () => {
    const store = memoryStore();
    const publisher = publisherOver(store);
    const first = publisher.publish();
    await store.add(contribution(1, { epoch: LAST_WEEK }));
    await Promise.all([first, publisher.publish()]);
    expect(textOf(publisher.publications.get('daily'))).toContain('a42');
  });

  describe('on schedule', () => {
    beforeEach(() => void vi.useFakeTimers());
    afterEach(() => void vi.useRealTimers());

    it('publishes again and again until it is stopped', async () => {
      const sums = vi.fn(memoryStore().sums);
      const publisher = publisherOver({ ...memoryStore(), sums }, { sites: ['daily'] });
      publisher.start(60);
      await vi.advanceTimersByTimeAsync(59_000);
      expect(sums).toHaveBeenCalledTimes(0);
      await vi.advanceTimersByTimeAsync(121_000);
      expect(sums).toHaveBeenCalledTimes(3);
      await publisher.stop();
      await vi.advanceTimersByTimeAsync(600_000);
      expect(sums).toHaveBeenCalledTimes(3);
    });
  });
});
