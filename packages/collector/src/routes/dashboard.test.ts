import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { hashToken } from '../admin-token.js';
import type { Collector, CollectorOptions } from '../server.js';
import { memoryStore } from '../store/memory.js';
import { contribution, send, testCollector } from '../testing.js';

const TOKEN = 'a token of some length';
const headers = { authorization: `Basic ${Buffer.from(`anyone:${TOKEN}`).toString('base64')}` };
const collect = (options: Partial<CollectorOptions> = {}): Collector =>
  testCollector({ adminTokenHash: hashToken(TOKEN), minContributions: 1, ...options });
const look = (collector: Collector, url = '/') => collector.inject({ url, headers });

describe('the dashboard', () => {
  it('asks a browser for the token, and lets nobody in without it', async () => {
    const collector = collect();
    const response = await collector.inject('/');
    expect([response.statusCode, response.headers['www-authenticate']]).toEqual([
      401,
      'Basic realm="Penchant collector", charset="UTF-8"',
    ]);
    const wrong = { authorization: `Basic ${Buffer.from('anyone:wrong').toString('base64')}` };
    expect((await collector.inject({ url: '/', headers: wrong })).statusCode).toBe(401);
    expect((await look(collector)).statusCode).toBe(200);
  });

  it('shows what arrived, what was refused, and what was learnt', async () => {
    const collector = collect();
    for (const id of [1, 2, 3]) await send(collector, contribution(id));
    await send(collector, 'no JSON');
    const reactions = { ...contribution(4), family: 'reactions', list: undefined };
    await send(collector, { ...reactions, cells: [{ item: 'b7', likes: 0, dislikes: 4 }] });
    await collector.publish();
    const { payload } = await look(collector);
    for (const text of [
      '✓ All is well',
      '4 contributions',
      'invalid-json',
      'a42',
      'b7',
      'home',
      'assumed (1/k)',
      '33.3 % of seen',
    ])
      expect(payload.replaceAll(/\s+/g, ' ')).toContain(text);
    const empty = await look(collector, '/?site=weekly');
    expect(empty.payload).toContain('Nothing in the last hour');
  });

  it('says at first sight when the store fails, or a publication did', async () => {
    const add = () => Promise.reject(new TypeError('no'));
    const failing = collect({ store: { ...memoryStore(), add } });
    await send(failing, contribution(1));
    expect((await look(failing)).payload).toContain('The store fails (TypeError)');

    const store = memoryStore();
    const stale = collect({ store: { ...store, sums: (site, epochs) => (epochs?.to ? add() : store.sums(site)) } });
    await stale.publish();
    expect((await look(stale)).payload).toContain('The last publication failed (TypeError)');
  });

  it('shows ids as text, whatever they are made of', async () => {
    const collector = collect();
    const item = `<img src=x onerror="alert('1')">&`;
    const cells = [{ item, position: 1, bucket: 0, impressions: 1, clicks: 1 }];
    await send(collector, contribution(1, { cells, list: '"><script>' }));
    await collector.publish();
    const { payload } = await look(collector);
    expect(payload).not.toMatch(/<img|<script/);
    expect(payload).toContain('&#60;img src=x onerror=&#34;alert(&#39;1&#39;)&#34;&#62;&#38;');
  });

  it('loads nothing, runs nothing, and allows its own style sheet only', async () => {
    const { payload, headers: sent } = await look(collect());
    const [, style = ''] = /<style>([^]*)<\/style>/.exec(payload) ?? [];
    const hash = createHash('sha256').update(style).digest('base64');
    expect(sent['content-security-policy']).toContain(`default-src 'none'; style-src 'sha256-${hash}'`);
    expect(sent['cache-control']).toBe('no-store');
    expect(payload).not.toMatch(/<script|<link|src=|url\(|@import/);
  });

  it('is small and quick with a hundred thousand items', { timeout: 60_000 }, async () => {
    const store = memoryStore();
    for (let id = 0; id < 2_500; id++) {
      const items = Array.from({ length: 40 }, (_, i) => `item ${id * 40 + i}`);
      const cells = items.map((item, i) => ({ item, position: i + 1, bucket: 0, impressions: 1, clicks: 1 }));
      await store.add(contribution(id, { cells }));
    }
    const collector = collect({ store });
    await collector.publish();
    const start = performance.now();
    const { payload } = await look(collector);
    expect(performance.now() - start).toBeLessThan(2_000);
    expect(payload.length).toBeLessThan(40_000);
  });

  it('says which site it does not know', async () => {
    expect((await look(collect(), '/?site=other')).json()).toMatchObject({ error: 'not-found', path: '/site' });
  });
});
