import { brotliCompressSync, gzipSync } from 'node:zlib';
import { DAY_MS, EPOCH_MS } from '@penchant/core';
import { noSums } from '@penchant/core/estimate';
import { afterEach, describe, expect, it } from 'vitest';
import { Memory, memoryStore } from '../store/memory.js';
import { sqliteStore } from '../store/sqlite.js';
import type { Collector, CollectorOptions } from '../server.js';
import { contribution, send, testCollector, THIS_WEEK } from '../testing.js';

const open: Collector[] = [];
const collect = (options?: Partial<CollectorOptions>): Collector => {
  const collector = testCollector(options);
  open.push(collector);
  return collector;
};
afterEach(async () => {
  await Promise.all(open.splice(0).map((collector) => collector.close()));
});

const cell = { item: 'a42', position: 1, bucket: 0, impressions: 3, clicks: 1 }; // as `contribution` has it
const reactions = {
  ...contribution(1),
  family: 'reactions',
  list: undefined,
  cells: [{ item: 'a', likes: 1, dislikes: 0 }],
};

describe('POST /v1/contributions', () => {
  it('adds a contribution, and says so when it comes again', async () => {
    const store = memoryStore();
    const collector = collect({ store });
    const first = await send(collector, contribution(1));
    expect([first.statusCode, first.json()]).toEqual([202, { status: 'added' }]);
    const again = await send(collector, contribution(1));
    expect([again.statusCode, again.json()]).toEqual([202, { status: 'duplicate' }]);
    const sum = { list: 'home', ...cell, clicked: 1, below: 0, continued: 0, contributions: 1 };
    expect(await store.sums('daily')).toEqual({ ...noSums, lists: [sum] });
  });

  it('takes reactions, and takes JSON by its own name', async () => {
    const collector = collect();
    const response = await send(collector, reactions, { 'content-type': 'application/json' });
    expect(response.json()).toEqual({ status: 'added' });
  });

  it('takes what a device may send at most', async () => {
    const item = '\u{1F49B}'.repeat(64); // 128 UTF-16 code units
    const cells = Array.from({ length: 40 }, (_, i) => ({
      item,
      position: 200 - i,
      bucket: 32,
      impressions: 5,
      clicks: 5,
    }));
    expect((await send(collect(), contribution(1, { list: item, cells }))).json()).toEqual({ status: 'added' });
  });

  it('answers briefly, names its type, and leaves no rule for caches', async () => {
    const { headers } = await send(collect(), contribution(1));
    expect(headers['content-type']).toBe('application/json; charset=utf-8');
    expect(headers['x-content-type-options']).toBe('nosniff');
    expect(headers).not.toHaveProperty('cache-control');
    expect(headers).not.toHaveProperty('set-cookie');
  });

  it.each([
    ['something else than JSON', 'hello', 'invalid-json', ''],
    ['nothing', '', 'invalid-json', ''],
    ['a key that reaches prototypes', '{"__proto__":{"site":"daily"}}', 'invalid-json', ''],
    ['a key that reaches prototypes, escaped', '{"\\u005f_proto__":{"site":"daily"}}', 'invalid-json', ''],
    ['a key that reaches constructors', '{"constructor":{"prototype":{}}}', 'invalid-json', ''],
    ['a constructor of another kind', { ...contribution(1), constructor: 1 }, 'invalid', '/constructor'],
    ['a number', 7, 'invalid', ''],
    ['null', 'null', 'invalid', ''],
    ['a list', [contribution(1)], 'invalid', ''],
    ['an unknown field', { ...contribution(1), visitor: 'me' }, 'invalid', '/visitor'],
    ['an unknown field of a cell', contributionWith({ ...cell, at: 1 }), 'invalid', '/cells/0/at'],
    ['another version', { ...contribution(1), version: 2 }, 'invalid', '/version'],
    ['a family that does not exist', { ...contribution(1), family: 'friends' }, 'invalid', '/family'],
    ['a family that is not text', { ...contribution(1), family: 1 }, 'invalid', '/family'],
    ['no family', { ...contribution(1), family: undefined }, 'invalid', '/family'],
    ['no id', { ...contribution(1), id: undefined }, 'invalid', '/id'],
    ['an id in capitals', { ...contribution(1), id: 'A'.repeat(32) }, 'invalid', '/id'],
    ['a short id', { ...contribution(1), id: 'a'.repeat(31) }, 'invalid', '/id'],
    ['no list', { ...contribution(1), list: undefined }, 'invalid', '/list'],
    ['a list among reactions', { ...reactions, list: 'home' }, 'invalid', '/list'],
    ['an epoch that is not whole', { ...contribution(1), epoch: 2899.5 }, 'invalid', '/epoch'],
    ['an epoch as text', { ...contribution(1), epoch: '2899' }, 'invalid', '/epoch'],
    ['no cells', contribution(1, { cells: [] }), 'invalid', '/cells'],
    ['too many cells', contribution(1, { cells: Array.from({ length: 41 }, () => cell) }), 'invalid', '/cells'],
    ['a cell without an item', contributionWith({ ...cell, item: undefined }), 'invalid', '/cells/0/item'],
    ['an empty item', contributionWith({ ...cell, item: '' }), 'invalid', '/cells/0/item'],
    ['an item that is too long', contributionWith({ ...cell, item: '💛'.repeat(65) }), 'invalid', '/cells/0/item'],
    ['half a character', contributionWith({ ...cell, item: '\ud800' }), 'invalid', '/cells/0/item'],
    ['half a character in the name of a list', contribution(1, { list: '\udc00' }), 'invalid', '/list'],
    ['a count over the bound', contributionWith({ ...cell, clicks: 6 }), 'invalid', '/cells/0/clicks'],
    ['a negative count', contributionWith({ ...cell, clicks: -1 }), 'invalid', '/cells/0/clicks'],
    ['a count as text', contributionWith({ ...cell, clicks: '1' }), 'invalid', '/cells/0/clicks'],
    ['position 0', contributionWith({ ...cell, position: 0 }), 'invalid', '/cells/0/position'],
    ['a bucket that does not exist', contributionWith({ ...cell, bucket: 53 }), 'invalid', '/cells/0/bucket'],
    ['a cell twice', contribution(1, { cells: [cell, { ...cell, clicks: 0 }] }), 'invalid', '/cells/1'],
    ['a site of another collector', contribution(1, { site: 'other' }), 'unknown-site', '/site'],
    ['a site that every object has', contribution(1, { site: 'toString' }), 'unknown-site', '/site'],
    ['an epoch long gone', contribution(1, { epoch: THIS_WEEK - 61 }), 'epoch-out-of-range', '/epoch'],
  ])('refuses %s, and says where it is wrong', async (_, payload, error, path) => {
    const store = memoryStore();
    const response = await send(collect({ store }), payload);
    expect(response.json()).toEqual({ error, path, reason: expect.stringMatching(/^.{5,120}$/) });
    expect(response.statusCode).toBe(400);
    expect(await store.epochs('daily')).toEqual([]);
    expect(Object.prototype).not.toHaveProperty('site');
  });

  it('gives reasons that say how to mend it', async () => {
    const reasonFor = async (payload: unknown): Promise<string> => (await send(collect(), payload)).json().reason;
    expect(await reasonFor({ ...contribution(1), version: 2 })).toBe('must be 1');
    expect(await reasonFor({ ...contribution(1), family: 'x' })).toBe(
      'must be "list" or "reactions" or "losses" or "watch" or "dwell" or "pairs" or "purchases"',
    );
    expect(await reasonFor(contributionWith({ ...cell, clicks: 6 }))).toBe('must be <= 5');
    expect(await reasonFor(contribution(1, { epoch: 1 }))).toBe('must be 2840 to 2901');
    expect(await reasonFor(contribution(1, { site: 'other' }))).toBe('"other" is not a site of this collector');
  });

  it.each([THIS_WEEK + 1, THIS_WEEK, THIS_WEEK - 60])('takes epoch %i, for clocks and pages differ', async (epoch) => {
    expect((await send(collect(), contribution(1, { epoch }))).statusCode).toBe(202);
  });

  it('goes on exactly through jumps of its clock', async () => {
    let week = THIS_WEEK;
    const store = memoryStore();
    const collector = testCollector({
      store,
      clock: () => (week + 0.5) * EPOCH_MS,
      limits: { perAddress: 2, perSite: 2 },
    });
    const answers: unknown[] = [];
    for (const jump of [0, 1, -1, 30, -2, 0]) {
      week = THIS_WEEK + jump;
      const { status, error } = (await send(collector, contribution(jump + 10, { epoch: THIS_WEEK }))).json();
      await collector.publish();
      answers.push(status ?? error);
    }
    expect(answers).toEqual(['added', 'added', 'added', 'added', 'clocks-disagree', 'duplicate']);
    expect((await store.sums('daily')).lists[0]?.contributions).toBe(4);
    expect((await collector.inject('/health/ready')).statusCode).toBe(200);
  });

  it.each([
    ['a week behind and a day', -8 * DAY_MS],
    ['at 1970', -(THIS_WEEK + 0.5) * EPOCH_MS],
    ['far ahead', 70 * EPOCH_MS],
  ])('makes no device delete anything because its own clock is wrong: %s', async (_, wrongMs) => {
    const memory = new Memory();
    const right = (THIS_WEEK + 0.1) * EPOCH_MS;
    let nowMs = right;
    const clock = () => nowMs;
    const fresh = (id: number) => contribution(id, { epoch: THIS_WEEK });
    expect((await send(testCollector({ store: memoryStore(memory), clock }), fresh(1))).statusCode).toBe(202);

    nowMs = right + wrongMs;
    const restarted = testCollector({ store: memoryStore(memory), clock });
    const response = await send(restarted, fresh(2));
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '300']);
    expect(response.json()).toMatchObject({ error: 'clocks-disagree', path: '/epoch' });

    nowMs = right; // somebody has set it
    expect((await send(restarted, fresh(2))).json()).toEqual({ status: 'added' });
    expect((await send(restarted, contribution(3, { epoch: THIS_WEEK - 61 }))).statusCode).toBe(400);
  });

  it('refuses a week that has not come for good, once other devices agree with its clock: one that is wrong must not keep a device trying', async () => {
    const collector = testCollector({ store: memoryStore(), clock: () => (THIS_WEEK + 0.1) * EPOCH_MS });
    const early = contribution(1, { epoch: THIS_WEEK + 2 });
    expect((await send(collector, early)).json()).toMatchObject({ error: 'clocks-disagree' });
    await send(collector, contribution(2, { epoch: THIS_WEEK }));
    expect((await send(collector, early)).json()).toMatchObject({ error: 'epoch-out-of-range' });
  });

  it('treats items that are named like parts of an object as any other', async () => {
    const store = memoryStore();
    const items = ['__proto__', 'constructor', 'toString'];
    const cells = items.map((item) => ({ ...cell, item }));
    expect((await send(collect({ store }), contribution(1, { cells }))).statusCode).toBe(202);
    expect((await store.sums('daily')).lists.map(({ item }) => item)).toEqual(items);
  });

  it('refuses a body that is too large, whether it says so or not', async () => {
    const response = await send(collect(), ' '.repeat(65_537));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toEqual({ error: 'too-large', path: '', reason: 'must be at most 65536 bytes' });
  });

  it('refuses other types of content', async () => {
    const response = await send(collect(), contribution(1), { 'content-type': 'application/x-www-form-urlencoded' });
    expect([response.statusCode, response.json().error]).toEqual([415, 'unsupported-type']);
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('takes a body compressed as %s', async (encoding, compress) => {
    const payload = compress(JSON.stringify(contribution(1)));
    const response = await sendBytes(collect(), payload, encoding);
    expect(response.json()).toEqual({ status: 'added' });
  });

  it.each([
    ['gzip', gzipSync],
    ['br', brotliCompressSync],
  ])('stops inflating a %s bomb at the limit', async (encoding, compress) => {
    const bomb = compress(Buffer.alloc(30_000_000, ' '));
    expect(bomb.length).toBeLessThan(60_000);
    const before = process.memoryUsage().arrayBuffers;
    const response = await sendBytes(collect(), bomb, encoding);
    expect([response.statusCode, response.json().error]).toEqual([413, 'too-large']);
    expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(5_000_000);
  });

  it('refuses what is not compressed as it says, and what it cannot inflate', async () => {
    const wrong = await sendBytes(collect(), Buffer.from('{}'), 'gzip');
    expect([wrong.statusCode, wrong.json().error]).toEqual([400, 'invalid']);
    const cut = await sendBytes(collect(), gzipSync(JSON.stringify(contribution(1))).subarray(0, 40), 'gzip');
    expect([cut.statusCode, cut.json().error]).toEqual([400, 'invalid']);
    const unknown = await sendBytes(collect(), Buffer.from('{}'), 'zstd');
    expect([unknown.statusCode, unknown.json()]).toMatchObject([
      415,
      { error: 'unsupported-type', reason: 'must be plain, or compressed as one of gzip, br' },
    ]);
  });

  it('asks a network, and a site, that sends too many to wait for the next minute', async () => {
    for (const limits of [{ perAddress: 2 }, { perSite: 2 }]) {
      const collector = collect({ limits });
      const statuses = [];
      for (const id of [1, 2, 3]) statuses.push((await send(collector, contribution(id))).statusCode);
      expect(statuses).toEqual([202, 202, 429]);
      const response = await send(collector, contribution(3), { origin: 'https://daily.example' });
      expect([response.json().error, response.headers['retry-after']]).toEqual(['too-many', '60']);
      expect(response.headers['access-control-allow-origin']).toBe('https://daily.example'); // so that pages can read it
    }
  });

  it('believes as many proxies as it is told of, and nobody else', async () => {
    const statuses = async (proxies: number) => {
      const collector = collect({ limits: { perAddress: 1 }, proxies });
      const from = (address: string, id: number) => send(collector, contribution(id), { 'x-forwarded-for': address });
      return [(await from('192.0.2.1', 1)).statusCode, (await from('198.51.100.1', 2)).statusCode];
    };
    expect([await statuses(0), await statuses(1)]).toEqual([
      [202, 429],
      [202, 202],
    ]);
  });

  it('asks to come back when too many are waiting', async () => {
    const response = await send(collect({ store: sqliteStore(':memory:', { maxWaiting: 0 }) }), contribution(1));
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '1']);
    expect(response.json()).toMatchObject({ error: 'busy', path: '' });
  });

  it('asks to come back later when the store fails, and tells the world nothing of why', async () => {
    const store = { ...memoryStore(), add: () => Promise.reject(new Error('/var/secret is full')) };
    const response = await send(collect({ store }), contribution(1));
    expect([response.statusCode, response.headers['retry-after']]).toEqual([503, '5']);
    expect(response.json()).toEqual({
      error: 'unavailable',
      path: '',
      reason: 'the store failed; send it again later',
    });
  });
});

describe('origins', () => {
  const from = (origin: string) => ({ origin });

  it('lets the pages of a site send, and read the answer', async () => {
    const response = await send(collect(), contribution(1), from('https://daily.example'));
    expect(response.statusCode).toBe(202);
    expect(response.headers).toMatchObject({
      'access-control-allow-origin': 'https://daily.example',
      'access-control-expose-headers': 'Retry-After',
      vary: 'Origin',
    });
    expect(response.headers).not.toHaveProperty('access-control-allow-credentials');
  });

  it('lets a server send, which has no origin', async () => {
    expect((await send(collect(), contribution(1))).statusCode).toBe(202);
  });

  it.each([
    'https://evil.example',
    'http://daily.example',
    'https://daily.example:8443',
    'https://daily.example.evil',
    'null',
  ])('refuses pages of %s', async (origin) => {
    const store = memoryStore();
    const response = await send(collect({ store }), contribution(1), from(origin));
    expect([response.statusCode, response.json().error]).toEqual([403, 'foreign-origin']);
    expect(response.headers).not.toHaveProperty('access-control-allow-origin');
    expect(await store.epochs('daily')).toEqual([]);
  });

  it("refuses one site's pages for another site, and lets them read why", async () => {
    const response = await send(collect(), contribution(1), from('https://m.weekly.example'));
    expect(response.statusCode).toBe(403);
    expect(response.headers['access-control-allow-origin']).toBe('https://m.weekly.example');
  });

  it('lets any page send where the list says so', async () => {
    const response = await send(collect({ sites: { daily: ['*'] } }), contribution(1), from('https://any.example'));
    expect([response.statusCode, response.headers['access-control-allow-origin']]).toEqual([202, '*']);
  });

  it('answers preflights of known pages only', async () => {
    const preflight = (origin: string) =>
      collect().inject({
        method: 'OPTIONS',
        url: '/v1/contributions',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'content-type' },
      });
    const known = await preflight('https://daily.example');
    expect(known.statusCode).toBe(204);
    expect(known.headers).toMatchObject({
      'access-control-allow-origin': 'https://daily.example',
      'access-control-allow-headers': 'content-type',
    });
    expect((await preflight('https://evil.example')).headers).not.toHaveProperty('access-control-allow-origin');
  });
});

const sendBytes = ({ inject }: Collector, payload: Buffer, encoding: string) =>
  inject({
    method: 'POST',
    url: '/v1/contributions',
    headers: { 'content-type': 'text/plain', 'content-encoding': encoding },
    payload,
  });

function contributionWith(changed: object): object {
  return { ...contribution(1), cells: [changed] };
}
