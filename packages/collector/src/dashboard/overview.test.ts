import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Compile } from 'typebox/compile';
import { afterAll, describe, expect, it } from 'vitest';
import { hashToken } from '../admin-token.js';
import type { CollectorOptions } from '../server.js';
import { memoryStore } from '../store/memory.js';
import { sqliteStore } from '../store/sqlite.js';
import { contribution, LAST_WEEK, send, testCollector, THIS_WEEK } from '../testing.js';
import { Overview } from './overview-document.js';

const TOKEN = 'a token of some length';
const conforms = Compile(Overview);
const folder = mkdtempSync(join(tmpdir(), 'penchant-overview-'));
afterAll(() => rmSync(folder, { recursive: true }));

function open(options: Partial<CollectorOptions> = {}) {
  const collector = testCollector({ adminTokenHash: hashToken(TOKEN), minContributions: 1, ...options });
  const ask = (query = '', authorization = `Bearer ${TOKEN}`) =>
    collector.inject({ url: `/admin/overview?${query}`, headers: { authorization } });
  const overview = async (query = ''): Promise<Overview> => (await ask(query)).json();
  return { collector, ask, overview };
}

const cell = (item: string, position: number, impressions: number, clicks: number) => ({
  item,
  position,
  bucket: 0,
  impressions,
  clicks,
});

describe('/admin/overview', () => {
  it.each([undefined, '', 'Bearer wrong', `Basic ${TOKEN}`, `Basic ${Buffer.from(`any:${TOKEN}`).toString('base64')}`])(
    'lets nobody in with %s',
    async (authorization) => {
      const { collector } = open();
      const headers = authorization === undefined ? {} : { authorization };
      const response = await collector.inject({ url: '/admin/overview', headers });
      expect([response.statusCode, response.json().error]).toEqual([401, 'unauthorized']);
      expect(response.payload).not.toContain('daily');
    },
  );

  it('is of the first site, or of the one that is asked for, and is kept by nobody', async () => {
    const { ask, overview } = open();
    expect(await overview()).toMatchObject({ site: 'daily', sites: ['daily', 'weekly'] });
    expect((await overview('site=weekly')).site).toBe('weekly');
    expect((await ask()).headers['cache-control']).toBe('no-store');
  });

  it('says what it does not know', async () => {
    const { ask } = open();
    expect((await ask('site=other')).json()).toMatchObject({ error: 'not-found', path: '/site' });
    expect((await ask('page=0')).json()).toMatchObject({ error: 'invalid', path: '/page' });
    expect((await ask('sort=odd')).json()).toMatchObject({ error: 'invalid', path: '/sort' });
    expect((await ask(`search=${'x'.repeat(129)}`)).json()).toMatchObject({ error: 'invalid', path: '/search' });
  });

  it('tells the numbers of the sums', async () => {
    const store = memoryStore();
    const { collector, overview } = open({ store });
    await send(collector, contribution(1, { cells: [cell('a', 1, 3, 1), cell('b', 2, 2, 0)] }));
    await send(collector, contribution(2, { epoch: THIS_WEEK, list: 'next', cells: [cell('a', 3, 1, 1)] }));
    const reactions = [{ item: 'a', likes: 2, dislikes: 1 }];
    await send(collector, { ...contribution(3), list: undefined, family: 'reactions', cells: reactions });
    const bought = [{ item: 'a', purchases: 3, returns: 1 }];
    await send(collector, { ...contribution(4), list: undefined, family: 'purchases', cells: bought });
    const dwells = [
      { place: 'page', device: 'phone', time: 10, dwells: 4 }, // 32 seconds and more
      { place: 'page', device: 'phone', time: 9, dwells: 2 },
      { place: 'list', device: 'phone', time: 12, dwells: 1 },
    ];
    await send(collector, { ...contribution(5), list: undefined, family: 'dwell', cells: dwells });
    await collector.publish();
    const told = await overview();
    expect([...conforms.Errors(told)]).toEqual([]);
    expect(told.epochs).toEqual(await store.epochs('daily'));
    expect(told.learned?.totals).toEqual({
      items: 2,
      impressions: 6,
      clicks: 2,
      likes: 2,
      dislikes: 1,
      plays: 0,
      dwells: 7,
      stayed: 4,
      purchases: 3,
      returns: 1,
      lost: 0,
    });
    expect(told.learned?.items.rows).toEqual([
      expect.objectContaining({
        item: 'a',
        quality: expect.closeTo(1, 2),
        impressions: 4,
        clicks: 2,
        likes: 2,
        dislikes: 1,
        purchases: 3,
        returns: 1,
      }),
      expect.objectContaining({
        item: 'b',
        quality: expect.closeTo(1, 2),
        impressions: 2,
        clicks: 0,
        likes: 0,
        dislikes: 0,
        purchases: 0,
        returns: 0,
      }),
    ]);
    expect(told.learned?.lists).toEqual([
      {
        list: 'home',
        impressions: 5,
        clicks: 1,
        curve: 'fallback',
        fallback: 'few clicks',
        positions: [
          { impressions: 3, clicks: 1, theta: 1, interval: [1, 1] },
          { impressions: 2, clicks: 0, theta: 0.5, interval: [expect.closeTo(0.25, 1), expect.closeTo(1, 1)] },
        ],
      },
      {
        list: 'next',
        impressions: 1,
        clicks: 1,
        curve: 'unpublished', // its week is not over
        positions: [
          { impressions: 0, clicks: 0 },
          { impressions: 0, clicks: 0 },
          { impressions: 1, clicks: 1 },
        ],
      },
    ]);
    expect(told.model).toMatchObject({ publishedAt: told.now, lists: 1, items: 2, minContributions: 1 });
  });

  it('is empty, not wrong, before anything arrived', async () => {
    const told = await open().overview();
    expect([...conforms.Errors(told)]).toEqual([]);
    expect(told.epochs).toEqual([]);
    expect(told.learned).toMatchObject({ lists: [], items: { page: 1, pages: 1, matching: 0, rows: [] } });
    expect(told.model).not.toHaveProperty('publishedAt');
  });

  describe('of many items', () => {
    const names = Array.from({ length: 25 }, (_, i) => `item-${String(i).padStart(2, '0')}`);
    const many = async () => {
      const { collector, overview } = open();
      // The later, the better: all are shown alike, and the last one is opened most.
      for (let n = 0; n < names.length; n++) {
        const cells = names.map((item, i) => cell(item, 1, 1, n < i ? 1 : 0));
        await send(collector, contribution(n, { cells }));
      }
      await collector.publish();
      return async (query: string) => (await overview(query)).learned?.items;
    };

    it('gives ten at a time, best or worst first', async () => {
      const items = await many();
      const page = await items('');
      expect(page).toMatchObject({ page: 1, pages: 3, matching: 25 });
      expect(page?.rows.map(({ item }) => item)).toEqual([...names].reverse().slice(0, 10));
      expect((await items('page=3'))?.rows.map(({ item }) => item)).toEqual([...names].reverse().slice(20));
      expect((await items('sort=worst'))?.rows.map(({ item }) => item)).toEqual(names.slice(0, 10));
      expect(await items('page=99')).toMatchObject({ page: 3 });
    });

    it('finds them by a part of their id, in any case', async () => {
      const items = await many();
      expect(await items('search=ITEM-07')).toMatchObject({ matching: 1, rows: [{ item: 'item-07' }] });
      expect(await items('search=nothing')).toMatchObject({ matching: 0, rows: [] });
    });
  });

  it('puts items without a quality last, whatever the order', async () => {
    const { collector, overview } = open();
    await send(collector, contribution(1, { cells: [cell('rated', 1, 3, 1)] }));
    await send(collector, contribution(2, { epoch: THIS_WEEK, cells: [cell('new', 1, 5, 5)] }));
    await collector.publish();
    for (const sort of ['best', 'worst'])
      expect((await overview(`sort=${sort}`)).learned?.items.rows.map(({ item }) => item)).toEqual(['rated', 'new']);
  });

  it('shows few of very many lists, those seen most, and says how many there are', async () => {
    const { collector, overview } = open();
    for (let i = 0; i < 15; i++)
      await send(collector, contribution(i, { list: `list-${i}`, cells: [cell('a', 1, i % 5, 0)] }));
    const { lists = [], moreLists } = (await overview()).learned ?? {};
    expect([lists.length, moreLists]).toEqual([12, 3]);
    expect(lists[0]?.impressions).toBe(4);
  });

  it('sums again only when something changed', async () => {
    const store = memoryStore();
    let summed = 0;
    const sums: typeof store.sums = (...of) => (summed++, store.sums(...of));
    const { collector, overview } = open({ store: { ...store, sums } });
    await send(collector, contribution(1));
    await overview();
    await overview('search=a&page=2');
    expect(summed).toBe(1);
    await send(collector, contribution(2));
    expect((await overview()).epochs).toEqual([{ epoch: LAST_WEEK, contributions: 2 }]); // these are always the latest
  });

  it('answers although the store fails, with what it knew', async () => {
    const store = memoryStore();
    let isBroken = false;
    const epochs: typeof store.epochs = (site) =>
      isBroken
        ? Promise.reject(Object.assign(new Error('/secret/path'), { code: 'SQLITE_IOERR' }))
        : store.epochs(site);
    const { collector, overview, ask } = open({ store: { ...store, epochs } });
    await send(collector, contribution(1));
    await overview();
    isBroken = true;
    expect(await overview()).toMatchObject({
      store: { unreadable: 'SQLITE_IOERR' },
      learned: { totals: { impressions: 3 } },
    });
    expect((await ask()).payload).not.toContain('secret');
  });

  it('tells what failed: a write, a publication', async () => {
    const failing = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
    const { collector, overview } = open({ store: { ...memoryStore(), add: failing, sums: failing } });
    await send(collector, contribution(1));
    await collector.publish();
    const { store, model, now } = await overview();
    expect(store.failure).toEqual({ at: now, reason: 'SQLITE_FULL' });
    expect(model.failure).toEqual({ at: now, reason: 'SQLITE_FULL' });
  });

  it('tells the kind of store, and the size of a file', async () => {
    const file = join(folder, 'sized.db');
    const { collector, overview } = open({ store: sqliteStore(file), storeAddress: `sqlite:${file}` });
    const { storage } = (await overview()).store;
    expect(storage).toMatchObject({ kind: 'SQLite', file: 'sized.db' });
    expect(storage?.bytes).toBeGreaterThan(4_096);
    expect(storage?.freeBytes).toBeGreaterThan(0);
    await collector.close();
    const elsewhere = open({ storeAddress: 'postgres://user:secret@host/penchant' });
    expect((await elsewhere.overview()).store).toEqual({ storage: { kind: 'PostgreSQL' } });
    expect((await open().overview()).store).toEqual({});
  });
});
