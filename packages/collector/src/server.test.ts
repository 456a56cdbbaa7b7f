import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { hashToken } from './admin-token.js';
import type { Collector } from './server.js';
import { Memory, memoryStore } from './store/memory.js';
import { sqliteStore } from './store/sqlite.js';
import type { Store } from './store/store.js';
import { contribution, LAST_WEEK, send, testCollector, THIS_WEEK } from './testing.js';

const folder = mkdtempSync(join(tmpdir(), 'penchant-server-'));
afterAll(() => rmSync(folder, { recursive: true }));

const TOKEN = 'a token of some length';
const adminTokenHash = hashToken(TOKEN);

describe('health', () => {
  it('is live, and ready while the store works', async () => {
    const collector = testCollector({ sites: { daily: ['*'] } });
    expect((await collector.inject('/health/live')).json()).toEqual({ status: 'live' });
    const expected = { site: 'daily', publishedSecondsAgo: null, lastFailure: null };
    const ready = await collector.inject('/health/ready');
    expect([ready.statusCode, ready.json()]).toEqual([
      200,
      { status: 'ready', store: { unreadable: null, lastFailure: null }, sites: [expected] },
    ]);
    await collector.publish();
    expect((await collector.inject('/health/ready')).json().sites).toEqual([{ ...expected, publishedSecondsAgo: 0 }]);
  });

  it('is not ready while the store cannot be read', async () => {
    const collector = testCollector({ store: { ...memoryStore(), epochs: () => Promise.reject(new TypeError('no')) } });
    const response = await collector.inject('/health/ready');
    expect([response.statusCode, response.json()]).toMatchObject([503, { store: { unreadable: 'TypeError' } }]);
  });

  it('is not ready just after the store failed to add, and is tried again later', async () => {
    let nowMs = THIS_WEEK * 7 * 86_400_000;
    const add: Store['add'] = () => Promise.reject(Object.assign(new Error('disk full'), { code: 'SQLITE_FULL' }));
    const collector = testCollector({ store: { ...memoryStore(), add }, clock: () => nowMs });
    await send(collector, contribution(1));
    nowMs += 9_000;
    const response = await collector.inject('/health/ready');
    expect([response.statusCode, response.json()]).toMatchObject([
      503,
      { store: { lastFailure: { secondsAgo: 9, reason: 'SQLITE_FULL' } } },
    ]);
    nowMs += 2_000;
    expect((await collector.inject('/health/ready')).statusCode).toBe(200);
  });

  it('has no longer doubt of the store because the clock was set back', async () => {
    let nowMs = THIS_WEEK * 7 * 86_400_000;
    const add: Store['add'] = () => Promise.reject(new Error('disk full'));
    const collector = testCollector({ store: { ...memoryStore(), add }, clock: () => nowMs });
    await send(collector, contribution(1));
    nowMs -= 3_600_000;
    expect((await collector.inject('/health/ready')).statusCode).toBe(200);
  });

  it('shows a publication that failed, and stays ready', async () => {
    const store = memoryStore();
    const collector = testCollector({ store: { ...store, sums: () => Promise.reject(new RangeError('secret')) } });
    expect(await collector.publish()).toBe('failed');
    const response = await collector.inject('/health/ready');
    expect(response.statusCode).toBe(200);
    expect(response.json().sites[0].lastFailure).toEqual({ secondsAgo: 0, reason: 'RangeError' });
    expect(response.payload).not.toContain('secret');
  });
});

describe('the script', () => {
  mkdirSync(join(folder, 'parts'), { recursive: true });
  const script = join(folder, 'penchant.js');
  writeFileSync(script, 'window.penchant = 1;');
  writeFileSync(join(folder, 'parts', 'audit-1f.js'), 'export {};');
  writeFileSync(join(folder, 'parts', 'audit-1f.js.map'), '{}');
  writeFileSync(join(folder, 'parts', '.hidden.js'), '');
  writeFileSync(join(folder, 'secret.js'), '');
  const collector = testCollector({ script });

  it.each(['/penchant.js', '/v1/penchant.js'])('is served at %s, for any page', async (url) => {
    const response = await collector.inject(url);
    expect([response.statusCode, response.payload]).toEqual([200, 'window.penchant = 1;']);
    expect(response.headers).toMatchObject({
      'content-type': 'text/javascript; charset=utf-8',
      'access-control-allow-origin': '*',
      'cross-origin-resource-policy': 'cross-origin',
      'cache-control': 'public, max-age=300, stale-while-revalidate=86400',
      'x-content-type-options': 'nosniff',
    });
    const headers = { 'if-none-match': String(response.headers.etag) };
    expect((await collector.inject({ url, headers })).statusCode).toBe(304);
  });

  it('has the integrity that browsers compute', () => {
    expect(collector.script?.integrity).toBe('sha384-drghJm9jLqr7MCrUoYnNypPfOR/7xXTuk2TpYMcuN/tVrA96wtsRL3SYQhV4H8eT');
  });

  it('never changes, nor do its parts, under the name of its build', async () => {
    const path = collector.script?.path ?? '';
    expect(path).toMatch(/^\/v1\/[\w-]{16}\/penchant\.js$/);
    for (const [url, text] of [
      [path, 'window.penchant = 1;'],
      [new URL('parts/audit-1f.js', `http://x${path}`).pathname, 'export {};'],
    ] as const) {
      const response = await collector.inject(url);
      expect([response.statusCode, response.payload]).toEqual([200, text]);
      expect(response.headers).toMatchObject({
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
        'cross-origin-resource-policy': 'cross-origin',
      });
    }
  });

  it('has another name with another part', () => {
    const other = join(folder, 'other');
    mkdirSync(join(other, 'parts'), { recursive: true });
    writeFileSync(join(other, 'penchant.js'), 'window.penchant = 1;');
    writeFileSync(join(other, 'parts', 'audit-1f.js'), 'export {};');
    const pathWith = () => testCollector({ script: join(other, 'penchant.js') }).script?.path;
    expect(pathWith()).toBe(collector.script?.path);
    writeFileSync(join(other, 'parts', 'audit-1f.js'), 'export { };');
    expect(pathWith()).not.toBe(collector.script?.path);
  });

  it.each(['AAAAAAAAAAAAAAAA/penchant.js', 'AAAAAAAAAAAAAAAA/parts/audit-1f.js', '__proto__/penchant.js'])(
    'is not of a build that was never served: %s',
    async (url) => {
      const response = await collector.inject(`/v1/${url}`);
      expect([response.statusCode, response.headers['cache-control']]).toEqual([404, undefined]);
      expect(response.json().reason).toBe(
        `this collector never served such a build; it serves ${collector.script?.path}`,
      );
    },
  );

  describe('after an upgrade', () => {
    const memory = new Memory();
    const upgraded = join(folder, 'upgraded');
    mkdirSync(join(upgraded, 'parts'), { recursive: true });
    writeFileSync(join(upgraded, 'penchant.js'), Buffer.from([0, 0xff, 0x22, 0x0a])); // any bytes come back
    const before = testCollector({ store: memoryStore(memory), script });
    const old = before.script?.path ?? '';
    const after = testCollector({ store: memoryStore(memory), script: join(upgraded, 'penchant.js') });

    it.each([
      ['penchant.js', 'window.penchant = 1;'],
      ['parts/audit-1f.js', 'export {};'],
    ])('is still there under the name of its build: %s', async (name, text) => {
      await before.app.ready();
      const response = await after.inject(new URL(name, `http://x${old}`).pathname);
      expect([response.statusCode, response.payload]).toEqual([200, text]);
      expect(response.headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'cache-control': 'public, max-age=31536000, immutable',
        'access-control-allow-origin': '*',
      });
      const map = await after.inject(new URL('parts/audit-1f.js.map', `http://x${old}`).pathname);
      expect([map.statusCode, map.headers['cache-control']]).toEqual([404, undefined]);
    });

    it('is there already on a collector that was not upgraded yet', async () => {
      await after.app.ready();
      const response = await before.inject(after.script?.path ?? '');
      expect([response.statusCode, [...response.rawPayload]]).toEqual([200, [0, 0xff, 0x22, 0x0a]]);
    });

    it('is there without a script of its own', async () => {
      await before.app.ready();
      expect((await testCollector({ store: memoryStore(memory) }).inject(old)).statusCode).toBe(200);
    });

    it('is not served when other bytes are kept under its name, nor while the store fails', async () => {
      const kept = memoryStore();
      await after.app.ready();
      await kept.keep(nameOf(before), memory.kept.get(nameOf(after)) ?? '');
      const fails = { ...memoryStore(), kept: () => Promise.reject(new Error('no')) };
      for (const store of [kept, fails]) {
        const response = await testCollector({ store }).inject(old);
        expect([response.statusCode, response.headers['cache-control']]).toEqual([503, undefined]);
      }
    });

    const nameOf = (of: Collector): string => `penchant-script-${of.script?.path.split('/')[2]}`;
  });

  it.each(['/parts/audit-1f.js', '/v1/parts/audit-1f.js'])('brings its parts: %s', async (url) => {
    const response = await collector.inject(url);
    expect([response.statusCode, response.payload]).toEqual([200, 'export {};']);
    expect(response.headers['content-type']).toBe('text/javascript; charset=utf-8');
  });

  it.each(['audit-1f.js.map', '.hidden.js', '..%2fsecret.js', '%2e%2e%2fpenchant.js', 'toString', 'none.js', '%00.js'])(
    'brings nothing else: %s',
    async (name) => {
      const response = await collector.inject(`/parts/${name}`);
      expect([response.statusCode, response.json()]).toMatchObject([404, { error: 'not-found' }]);
    },
  );

  it('is missing with a reason when there is none', async () => {
    const response = await testCollector().inject('/penchant.js');
    expect([response.statusCode, response.json().reason]).toEqual([404, expect.stringContaining('@penchant/browser')]);
  });

  it('is asked for in vain when the file does not exist', () => {
    expect(() => testCollector({ script: join(folder, 'none.js') })).toThrow(/none\.js cannot be read: build it/);
  });
});

describe('/admin/export', () => {
  const store = memoryStore();
  const collector = testCollector({ store, adminTokenHash });
  const ask = (query: string, authorization?: string) =>
    collector.inject({ url: `/admin/export?${query}`, headers: authorization === undefined ? {} : { authorization } });
  const cells = [{ item: '=1+1,"x"', position: 2, bucket: 3, impressions: 4, clicks: 5 }];
  const filled = Promise.all([
    store.add(contribution(1)),
    store.add(contribution(2, { epoch: THIS_WEEK, cells })),
    store.add({ ...contribution(3), family: 'reactions', cells: [{ item: 'b', likes: 1, dislikes: 2 }] }),
  ]);

  it('gives every sum of every epoch as lines of JSON', async () => {
    await filled;
    const response = await ask('site=daily', `Bearer ${TOKEN}`);
    const rows = response.payload
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    const list = { kind: 'list', list: 'home', clicked: 1, below: 0, continued: 0, contributions: 1 };
    expect(rows).toEqual([
      { ...list, epoch: LAST_WEEK, ...contribution(1).cells[0] },
      { kind: 'reactions', epoch: LAST_WEEK, item: 'b', likes: 1, dislikes: 2, contributions: 1 },
      { ...list, epoch: THIS_WEEK, ...cells[0] },
    ]);
    expect(response.headers).toMatchObject({
      'content-type': 'application/jsonl; charset=utf-8',
      'cache-control': 'no-store',
    });
  });

  it('gives the same as CSV, in which no id runs as a formula', async () => {
    await filled;
    const response = await ask('site=daily&format=csv', `Bearer ${TOKEN}`);
    expect(response.payload.split('\r\n')).toEqual([
      'kind,epoch,list,item,position,bucket,reason,duration,coverage,place,device,time,other,impressions,clicks,clicked,below,continued,likes,dislikes,signals,plays,dwells,devices,purchases,returns,contributions',
      `list,${LAST_WEEK},home,a42,1,0,,,,,,,,3,1,1,0,0,,,,,,,,,1`,
      `reactions,${LAST_WEEK},,b,,,,,,,,,,,,,,,1,2,,,,,,,1`,
      `list,${THIS_WEEK},home,"'=1+1,""x""",2,3,,,,,,,,4,5,1,0,0,,,,,,,,,1`,
      '',
    ]);
  });

  it.each([undefined, '', 'Bearer', 'Bearer wrong', `Basic ${TOKEN}`, TOKEN, `Bearer ${adminTokenHash}`])(
    'lets nobody in with %s',
    async (authorization) => {
      const response = await ask('site=daily', authorization);
      expect([response.statusCode, response.json().error]).toEqual([401, 'unauthorized']);
      expect(response.headers['www-authenticate']).toBe('Bearer');
    },
  );

  it('lets nobody in when no token is set', async () => {
    const headers = { authorization: `Bearer ${TOKEN}` };
    const response = await testCollector().inject({ url: '/admin/export?site=daily', headers });
    expect(response.statusCode).toBe(401);
  });

  it('says what it cannot give', async () => {
    expect((await ask('site=other', `Bearer ${TOKEN}`)).statusCode).toBe(404);
    expect((await ask('site=daily&format=xml', `Bearer ${TOKEN}`)).json()).toMatchObject({
      error: 'invalid',
      path: '/format',
    });
  });
});

describe('a collector', () => {
  it('answers what it does not know with a reason', async () => {
    const response = await testCollector().inject('/nothing');
    expect([response.statusCode, response.json()]).toEqual([
      404,
      { error: 'not-found', path: '', reason: 'there is nothing here' },
    ]);
  });

  it('publishes before it listens, and can be asked over the network', async () => {
    const store = memoryStore();
    await store.add(contribution(1));
    const collector = testCollector({ store, minContributions: 1 });
    const url = await collector.listen({ port: 0 });
    const model = await (await fetch(`${url}/v1/model?site=daily`)).json();
    expect(model).toMatchObject({ items: [{ item: 'a42' }] });
    await collector.close();
    await expect(fetch(url)).rejects.toThrow();
  });

  it('works inside another server', async () => {
    const collector = testCollector();
    const server = createServer(collector.handler).listen(0);
    const { port } = server.address() as AddressInfo;
    expect((await fetch(`http://localhost:${port}/health/live`)).status).toBe(200);
    server.close();
    await collector.close();
  });

  it('answers what it accepted before it closes the store', async () => {
    const file = join(folder, 'closing.db');
    const collector = testCollector({ store: sqliteStore(file) });
    const url = await collector.listen({ port: 0 });
    const sent = Array.from({ length: 30 }, (_, id) =>
      fetch(`${url}/v1/contributions`, { method: 'POST', body: JSON.stringify(contribution(id)) }).then(
        ({ status }) => status === 202,
        () => false,
      ),
    );
    await sent[0];
    await collector.close();
    const accepted = (await Promise.all(sent)).filter(Boolean).length;
    const store = sqliteStore(file);
    const [{ contributions } = { contributions: 0 }] = await store.epochs('daily');
    await store.close();
    expect(accepted).toBeGreaterThan(0);
    expect(contributions).toBeGreaterThanOrEqual(accepted);
  });

  it.concurrent('hangs up on who sends headers too slowly', { timeout: 15_000 }, async () => {
    const collector = testCollector();
    const url = new URL(await collector.listen({ port: 0 }));
    const socket = connect(Number(url.port), url.hostname);
    socket.write('GET /health/live HTTP/1.1\r\nHost: a\r\n'); // and no more
    const answer = await new Promise<string>((resolve) => socket.on('data', (data) => resolve(String(data))));
    expect(answer).toContain('408');
    await collector.close();
  });

  it.concurrent('closes although a sender never ends', { timeout: 15_000 }, async () => {
    const collector = testCollector();
    const url = new URL(await collector.listen({ port: 0 }));
    const socket = connect(Number(url.port), url.hostname).on('error', () => {});
    socket.write(
      'POST /v1/contributions HTTP/1.1\r\nHost: a\r\nContent-Type: text/plain\r\nContent-Length: 9\r\n\r\n{',
    );
    await new Promise((resolve) => setTimeout(resolve, 100));
    await collector.close();
    expect(socket.destroyed || (await new Promise((resolve) => socket.on('close', () => resolve(true))))).toBe(true);
  });

  it('logs that the store failed, and no address', async () => {
    const lines: string[] = [];
    const logger = { level: 'trace', stream: { write: (line: string) => void lines.push(line) } };
    const add: Store['add'] = () => Promise.reject(new Error('disk full'));
    const collector = testCollector({ store: { ...memoryStore(), add }, logger, adminTokenHash });
    const url = await collector.listen({ port: 0, host: '127.0.0.2' });
    await fetch(`${url}/v1/contributions`, { method: 'POST', body: JSON.stringify(contribution(1)) });
    await fetch(`${url}/admin/export?site=daily`, { headers: { authorization: `Bearer ${TOKEN}` } });
    await collector.close();
    const requests = lines.filter((line) => !line.includes('Server listening'));
    expect(requests.join('')).toContain('disk full');
    expect(requests.join('')).not.toMatch(/127\.0\.0\.|a token of some length/);
  });
});
