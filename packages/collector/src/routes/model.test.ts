import { createHash } from 'node:crypto';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { EPOCH_MS, readModel } from '@penchant/core';
import { noSums } from '@penchant/core/estimate';
import { describe, expect, it } from 'vitest';
import { memoryStore } from '../store/memory.js';
import type { Store } from '../store/store.js';
import { contribution, send, testCollector, THIS_WEEK } from '../testing.js';
import type { Collector } from '../server.js';

const get = (collector: Collector, headers: Record<string, string> = {}, url = '/v1/model?site=daily') =>
  collector.inject({ url, headers });

async function taught(contributions = 20): Promise<Collector> {
  const collector = testCollector();
  for (let id = 0; id < contributions; id++) await send(collector, contribution(id));
  await collector.publish();
  return collector;
}

/** A collector whose catalogue is too large for one document: its ids are long and do not compress. */
async function large() {
  let nowMs = (THIS_WEEK + 0.5) * EPOCH_MS;
  let clicks = 0;
  const item = (n: number) => createHash('sha512').update(`${n}`).digest('hex');
  const sums: Store['sums'] = async () => ({
    ...noSums,
    lists: Array.from({ length: 2_000 }, (_, n) => ({
      list: 'home',
      item: item(n),
      position: 1,
      bucket: 0,
      impressions: 20 + ((n * 104_729) % 90_001),
      clicks: n === 17 ? clicks : n % 19,
      contributions: 20,
    })),
  });
  const collector = testCollector({ store: { ...memoryStore(), sums }, clock: () => nowMs });
  const learn = async (seconds: number) => {
    nowMs += seconds * 1_000;
    clicks++;
    await collector.publish();
    return (await get(collector)).json<{ shards: string[]; items: unknown[] }>();
  };
  return { collector, learn };
}

const getShard = (collector: Collector, name = '', headers: Record<string, string> = {}) =>
  get(collector, headers, `/v1/model/${name}`);

describe('a large model', () => {
  it('is served in parts that are named after their bytes, and never change', async () => {
    const { collector, learn } = await large();
    const { shards, items } = await learn(0);
    expect([items, shards.length > 1]).toEqual([[], true]);
    const told = new Set<string>();
    for (const name of shards) {
      const shard = await getShard(collector, name);
      expect(createHash('sha256').update(shard.rawPayload).digest('base64url')).toBe(name);
      expect(shard.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'content-type': 'application/json; charset=utf-8',
        'access-control-allow-origin': '*',
        vary: 'Accept-Encoding',
      });
      for (const { item } of shard.json().items) told.add(item);
    }
    expect(told.size).toBe(2_000);
    const zipped = await getShard(collector, shards[0], { 'accept-encoding': 'gzip' });
    expect(zipped.rawPayload.length).toBeLessThanOrEqual(131_072);
    const known = await getShard(collector, shards[0], {
      'accept-encoding': 'gzip',
      'if-none-match': String(zipped.headers.etag),
    });
    expect([known.statusCode, known.payload]).toEqual([304, '']);
  });

  it('stands for an hour, as long as what names its parts may be cached', async () => {
    const { collector, learn } = await large();
    const first = await learn(0);
    expect((await get(collector)).headers['cache-control']).toBe('public, max-age=3600');
    expect(await learn(3_599)).toEqual(first);
    expect(await learn(1)).not.toEqual(first);
    const backwards = await learn(-86_400);
    expect(await learn(3_599), 'a clock that was set back stops nothing').toEqual(backwards);
    expect(await learn(1)).not.toEqual(backwards);
  });

  it('still has the parts of the one before, for who holds their names', async () => {
    const { collector, learn } = await large();
    const [first, second] = [await learn(0), await learn(3_600)];
    const gone = first.shards.filter((name) => !second.shards.includes(name));
    expect(gone.length).toBeGreaterThan(0);
    for (const name of [...gone, ...second.shards]) expect((await getShard(collector, name)).statusCode).toBe(200);
    await learn(3_600);
    for (const name of gone) {
      const { statusCode, headers } = await getShard(collector, name);
      expect([statusCode, headers['cache-control'], headers['access-control-allow-origin']]).toEqual([
        404,
        undefined,
        '*',
      ]);
    }
  });
});

describe('GET /v1/model', () => {
  it('serves an empty model before anything was published', async () => {
    const response = await get(testCollector());
    expect([response.statusCode, response.json()]).toEqual([200, { version: 1, site: 'daily', lists: [], items: [] }]);
    expect(readModel(response.json())).toBeDefined();
  });

  it('serves what was published, cacheable by anyone', async () => {
    const response = await get(await taught());
    expect(response.json()).toMatchObject({
      lists: [{ list: 'home', theta: [1], impressions: 60, clicks: 20 }],
      items: [{ item: 'a42', impressions: 60, clicks: 20 }],
    });
    expect(response.headers).toMatchObject({
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'public, max-age=60, stale-while-revalidate=600',
      'access-control-allow-origin': '*',
      'x-content-type-options': 'nosniff',
      vary: 'Accept-Encoding',
      etag: `"${createHash('sha256').update(response.rawPayload).digest('base64')}"`,
    });
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('is the same for every origin', async () => {
    const collector = await taught();
    const { headers: one } = await get(collector, { origin: 'https://daily.example' });
    const { headers: other } = await get(collector, { origin: 'https://elsewhere.example' });
    expect({ ...one, date: '' }).toEqual({ ...other, date: '' });
  });

  it('answers 304 to who has it, and the new one once it changed', async () => {
    const collector = await taught();
    const { etag } = (await get(collector)).headers;
    const known = { 'if-none-match': `"other", W/${etag}` };
    const unchanged = await get(collector, known);
    expect([unchanged.statusCode, unchanged.payload, unchanged.headers.etag]).toEqual([304, '', etag]);
    await collector.publish();
    expect((await get(collector, known)).statusCode).toBe(304);
    await send(collector, contribution(99));
    await collector.publish();
    expect((await get(collector, known)).statusCode).toBe(200);
  });

  it('serves it compressed, each form with an ETag of its own', async () => {
    const collector = await taught();
    const plain = await get(collector);
    const gzip = await get(collector, { 'accept-encoding': 'gzip, deflate' });
    const br = await get(collector, { 'accept-encoding': 'gzip, deflate, br;q=0.9' });
    expect([gzip.headers['content-encoding'], br.headers['content-encoding']]).toEqual(['gzip', 'br']);
    expect(gunzipSync(gzip.rawPayload)).toEqual(plain.rawPayload);
    expect(brotliDecompressSync(br.rawPayload)).toEqual(plain.rawPayload);
    expect(new Set([plain, gzip, br].map(({ headers }) => headers.etag)).size).toBe(3);
    const again = await get(collector, { 'accept-encoding': 'br', 'if-none-match': String(br.headers.etag) });
    expect(again.statusCode).toBe(304);
  });

  it('leaves it plain for who refuses the compressed forms', async () => {
    const { headers } = await get(await taught(), { 'accept-encoding': 'br;q=0, gzip;q=0.0' });
    expect(headers).not.toHaveProperty('content-encoding');
  });

  it('releases nothing that too few contributions speak of', async () => {
    expect((await get(await taught(19))).json()).toMatchObject({ lists: [], items: [] });
  });

  it('learns from weeks that are over, unless it is told otherwise', async () => {
    const closed = testCollector({ minContributions: 1 });
    const open = testCollector({ minContributions: 1, openEpochs: true });
    for (const collector of [closed, open]) {
      await send(collector, contribution(1, { epoch: THIS_WEEK }));
      await collector.publish();
    }
    expect((await get(closed)).json().lists).toEqual([]);
    expect((await get(open)).json().lists).toHaveLength(1);
  });

  it('serves no empty model in place of one that cannot be made: devices keep theirs', async () => {
    const store = memoryStore();
    let sums: Store['sums'] = () => Promise.reject(new Error('no'));
    const collector = testCollector({ store: { ...store, sums: (...asked) => sums(...asked) } });
    await collector.publish();
    const refused = await get(collector);
    expect([refused.statusCode, refused.json().error, refused.headers['retry-after']]).toEqual([
      503,
      'unavailable',
      '60',
    ]);
    sums = store.sums;
    await collector.publish();
    expect((await get(collector)).statusCode).toBe(200);
    sums = () => Promise.reject(new Error('no'));
    await collector.publish();
    expect((await get(collector)).statusCode).toBe(200);
  });

  it('says which site it does not know', async () => {
    const response = await get(await taught(0), {}, '/v1/model?site=toString');
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { error: 'not-found', path: '/site', reason: '"toString" is not a site of this collector' },
    ]);
    expect(response.headers).not.toHaveProperty('cache-control');
    expect(response.headers['access-control-allow-origin']).toBe('*');
  });

  it.each(['/v1/model', '/v1/model?site=a&site=b'])('asks for one site at %s', async (url) => {
    const response = await get(await taught(0), {}, url);
    expect([response.statusCode, response.json()]).toMatchObject([400, { error: 'invalid', path: '/site' }]);
  });
});
