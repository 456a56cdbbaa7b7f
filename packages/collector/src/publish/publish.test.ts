import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { noSums } from '@penchant/core/estimate';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { memoryStore } from '../store/memory.js';
import { sqliteStore } from '../store/sqlite.js';
import type { Store } from '../store/store.js';
import { contribution, LAST_WEEK, THIS_WEEK } from '../testing.js';
import { EPOCH_MS } from '@penchant/core';
import { Publisher, type Publication, type PublisherOptions } from './publish.js';

const folder = mkdtempSync(join(tmpdir(), 'penchant-publish-'));
afterAll(() => rmSync(folder, { recursive: true }));

const started: Publisher[] = [];
afterEach(async () => void (await Promise.all(started.splice(0).map((publisher) => publisher.stop()))));

function publisherOver(store: Store, options: Partial<PublisherOptions> = {}): Publisher {
  const publisher = new Publisher({
    store,
    storeAddress: undefined,
    memoryMib: 256,
    sites: ['daily', 'weekly'],
    clock: () => THIS_WEEK * EPOCH_MS,
    minContributions: 1,
    openEpochs: false,
    onFailure: () => {},
    ...options,
  });
  started.push(publisher);
  return publisher;
}
/** As many sums as an attacker, or success, may bring about. */
const many = Array.from({ length: 300_000 }, (_, i) => ({
  list: 'home',
  item: `item ${i}`,
  position: 1 + (i % 20),
  bucket: 0,
  impressions: 100,
  clicks: 10,
  contributions: 100,
}));

const textOf = (publication: Publication | undefined): string => String(publication?.model.index.forms.identity.bytes);

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
    const store: Store = { ...memoryStore(), sums: async () => ({ ...noSums, lists: broken }) };
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

  it('publishes again and again until it is stopped', async () => {
    const sums = vi.fn(memoryStore().sums);
    const publisher = publisherOver({ ...memoryStore(), sums }, { sites: ['daily'] });
    publisher.start(0.02);
    await expect.poll(() => sums.mock.calls.length, { timeout: 10_000 }).toBeGreaterThan(2);
    await publisher.stop();
    const times = sums.mock.calls.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(sums).toHaveBeenCalledTimes(times);
  });

  it('stops at once in the middle of a model, and calls that no failure', async () => {
    const store: Store = { ...memoryStore(), sums: async () => ({ ...noSums, lists: many }) };
    const onFailure = vi.fn();
    const publisher = publisherOver(store, { onFailure });
    const publishing = publisher.publish();
    await new Promise((resolve) => setTimeout(resolve, 500));
    await publisher.stop();
    expect([await publishing, onFailure.mock.calls.length]).toEqual(['failed', 0]); // waited for, it would be published
  });

  it('reads the sums in its thread where that can open the store', async () => {
    const file = join(folder, 'threads.db');
    const store = sqliteStore(file);
    await store.add(contribution(1));
    const read = vi.fn(store.sums);
    const publisher = publisherOver({ ...store, sums: read }, { storeAddress: `sqlite:${file}` });
    expect(await publisher.publish()).toBe('published');
    expect(textOf(publisher.publications.get('daily'))).toContain('a42');
    expect(read).not.toHaveBeenCalled();
    await publisher.stop();
    await store.close();
  });

  it('makes a model of 100,000 items in 48 MiB', { timeout: 120_000 }, async () => {
    const file = join(folder, 'large.db');
    const store = sqliteStore(file);
    const cellsOf = (id: number) =>
      Array.from({ length: 40 }, (_, i) => ({
        item: `item ${40 * id + i}`,
        position: 1 + (i % 20),
        bucket: 0,
        impressions: 3,
        clicks: i % 3,
      }));
    const ids = Array.from({ length: 2_500 }, (_, id) => id);
    await Promise.all(ids.map((id) => store.add(contribution(id, { cells: cellsOf(id) }))));
    const publisher = publisherOver(store, { storeAddress: `sqlite:${file}`, sites: ['daily'], memoryMib: 48 });
    expect(await publisher.publish()).toBe('published');
    expect(publisher.publications.get('daily')?.model.shards.size).toBeGreaterThan(1);
    await publisher.stop();
    await store.close();
  });

  it('takes more memory where a model needs it', { timeout: 120_000 }, async () => {
    const lists = many.slice(0, 150_000);
    const store: Store = { ...memoryStore(), sums: async () => ({ ...noSums, lists }) };
    const publisher = publisherOver(store, { sites: ['daily'], memoryMib: 1_024 });
    expect(await publisher.publish()).toBe('published');
  });

  describe('when its thread ends', () => {
    it.each([
      ['memory', { memoryMib: 16 }, 'ERR_WORKER_OUT_OF_MEMORY'],
      ['time', { timeoutMs: 1_500 }, 'ETIMEDOUT'],
    ])('for want of %s, keeps the last good model and goes on with another', async (_, options, reason) => {
      const store = memoryStore();
      await store.add(contribution(1));
      let isMuch = false;
      const sums: Store['sums'] = async (site, epochs) =>
        isMuch && site === 'daily' ? { ...(await store.sums(site)), lists: many } : store.sums(site, epochs);
      const publisher = publisherOver({ ...store, sums }, options);
      expect(await publisher.publish()).toBe('published');
      const good = textOf(publisher.publications.get('daily'));

      isMuch = true;
      await store.add(contribution(2, { site: 'weekly' }));
      expect(await publisher.publish()).toBe('failed');
      expect(textOf(publisher.publications.get('daily'))).toBe(good);
      expect(publisher.publications.get('daily')?.lastFailure).toMatchObject({ reason });
      expect(textOf(publisher.publications.get('weekly')), 'made by the next thread').toContain('"impressions":3');

      isMuch = false;
      await store.add(contribution(3));
      expect(await publisher.publish()).toBe('published');
      expect(textOf(publisher.publications.get('daily'))).toContain('"impressions":6');
    });

    it('or is sent what cannot be sent, does the same', async () => {
      const store = memoryStore();
      const sums = await store.sums('daily');
      const publisher = publisherOver({ ...store, sums: async () => ({ ...sums, more: () => {} }) });
      expect(await publisher.publish()).toBe('failed');
      expect(publisher.publications.get('daily')?.lastFailure?.reason).toBe('DataCloneError');
    });
  });
});
