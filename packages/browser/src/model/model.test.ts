import { article, defaultPolicy, emptyModel, type Signal } from '@penchant/core';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { freshModel, placed } from './fresh.js';
import { keepModel, keptModel, type ModelCache } from './kept.js';

const COLLECTOR = 'https://collect.example';
const document = { version: 1, site: 'a b', lists: [], items: [{ item: 'a', quality: 2, impressions: 9, clicks: 3 }] };
const server = setupServer();
const serve = (respond: (url: URL) => Response) =>
  server.use(http.get(`${COLLECTOR}/v1/model`, ({ request }) => respond(new URL(request.url))));
const cacheOf = (kept?: unknown): ModelCache & { value: unknown } => ({
  value: kept,
  async kept() {
    return this.value;
  },
  async keep(_, value) {
    this.value = value;
  },
});

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

it('fetches the model of the site and keeps it for the next visit', async () => {
  let site: string | null = null;
  serve((url) => {
    site = url.searchParams.get('site');
    return HttpResponse.json(document);
  });
  const cache = cacheOf();
  expect((await freshModel(COLLECTOR, 'a b', cache))?.items.get('a')?.quality).toBe(2);
  expect(site).toBe('a b');
  expect((await keptModel(cache)).items.get('a')?.quality).toBe(2);
});

it('uses a model that cannot be kept', async () => {
  serve(() => HttpResponse.json(document));
  const full = { ...cacheOf(), keep: () => Promise.reject(new DOMException('full', 'QuotaExceededError')) };
  expect((await freshModel(COLLECTOR, 'a b', full))?.items.get('a')?.quality).toBe(2);
});

describe('a model in parts', () => {
  const [one, other] = ['1'.repeat(43), '2'.repeat(43)];
  const index = { ...document, items: [], shards: [one, other] };
  const neighbours = [{ item: 'b', near: [['a', 0.5]] }];
  const parts: Readonly<Record<string, object>> = {
    [one]: { version: 1, site: 'a b', items: document.items },
    [other]: { version: 1, site: 'a b', items: [{ ...document.items[0], item: 'b' }], neighbours },
  };
  const asked: string[] = [];
  const serveParts = (respond: (name: string) => Response) =>
    server.use(
      http.get(`${COLLECTOR}/v1/model/:name`, ({ params }) => {
        asked.push(String(params.name));
        return respond(String(params.name));
      }),
    );
  afterEach(() => void asked.splice(0));

  it('is put together of all of them, whatever the visitor likes', async () => {
    serve(() => HttpResponse.json(index));
    serveParts((name) => HttpResponse.json(parts[name]));
    const cache = cacheOf();
    const model = await freshModel(COLLECTOR, 'a b', cache);
    expect([...(model?.items.keys() ?? [])]).toEqual(['a', 'b']);
    expect(model?.neighbours.get('b')).toEqual([['a', 0.5]]);
    expect(asked).toEqual([one, other]);
    expect(await keptModel(cache)).toEqual(model);
  });

  it.each([
    ['is gone', () => new HttpResponse(null, { status: 404 })],
    ['cannot be reached', () => HttpResponse.error()],
    ['is something else', () => HttpResponse.json({ hello: 'world' })],
    ['is nothing', () => HttpResponse.json(null)],
  ])('leaves the last good one in place where one of them %s', async (_, respond) => {
    const cache = cacheOf();
    serve(() => HttpResponse.json(document));
    await freshModel(COLLECTOR, 'a b', cache);
    serve(() => HttpResponse.json(index));
    serveParts((name) => (name === one ? HttpResponse.json(parts[name]) : respond()));
    expect(await freshModel(COLLECTOR, 'a b', cache)).toBeUndefined();
    expect([...(await keptModel(cache)).items.keys()]).toEqual(['a']);
  });
});

it.each([
  ['an error', () => new HttpResponse(null, { status: 500 })],
  ['no answer', () => HttpResponse.error()],
  ['half an answer', () => new HttpResponse('{"version":1,')],
  ['something else', () => HttpResponse.json({ hello: 'world' })],
])('keeps the last good model after %s', async (_, respond) => {
  const cache = cacheOf();
  serve(() => HttpResponse.json(document));
  await freshModel(COLLECTOR, 'a b', cache);
  serve(respond);
  expect(await freshModel(COLLECTOR, 'a b', cache)).toBeUndefined();
  expect((await keptModel(cache)).items.get('a')?.quality).toBe(2);
});

it('starts empty, also when what was kept is broken or cannot be read', async () => {
  expect(await keptModel(cacheOf())).toBe(emptyModel);
  expect(await keptModel(cacheOf(document))).toBe(emptyModel); // what was kept before there were formats
  expect(await keptModel(cacheOf({ format: 9, model: { lists: [] } }))).toBe(emptyModel);
  expect(await keptModel(cacheOf({ format: 2 }))).toBe(emptyModel);
  expect(await keptModel({ ...cacheOf(), kept: () => Promise.reject(new Error('denied')) })).toBe(emptyModel);
});

it('keeps what a model is now, under the number of its format: raise it when either changes', async () => {
  const cache = cacheOf();
  await keepModel(cache, emptyModel);
  expect(cache.value).toEqual({ format: 2, model: { lists: new Map(), items: new Map(), neighbours: new Map() } });
});

it('places what was read among what others read on such a device, and nothing where no model knows', async () => {
  const dwell: Signal = { kind: 'dwell', item: 'a', at: 1, opened: 1, attendedMs: 1_000 };
  const below = [0.5, ...Array<number>(18).fill(1)];
  const model = { ...emptyModel, dwell: [{ place: 'page', device: 'desktop', dwells: 400, below } as const] };
  expect(placed({ ...dwell, attendedMs: 1_500 }, model, defaultPolicy)).toMatchObject({
    quantile: expect.closeTo(0.585, 2),
  });
  expect(placed(dwell, emptyModel, defaultPolicy)).toEqual(dwell);
  expect(placed(dwell, model, article)).toEqual(dwell);
  const asked = vi.fn(() => ({ matches: true })); // a coarse pointer
  vi.stubGlobal('matchMedia', asked);
  vi.resetModules(); // another page, on another device
  const phone = await import('./fresh.js');
  expect(phone.placed(dwell, model, defaultPolicy)).toEqual(dwell);
  phone.placed(dwell, model, defaultPolicy);
  expect(asked, 'once a page').toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});
