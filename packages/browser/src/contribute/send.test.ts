import type { Contribution } from '@penchant/core';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { addressOf, send } from './send.js';

const URL = addressOf('https://collect.example');
const open = new AbortController().signal;
const contribution: Contribution = {
  version: 1,
  id: '0'.repeat(32),
  site: 'daily',
  epoch: 1,
  family: 'reactions',
  cells: [{ item: 'a', likes: 1, dislikes: 0 }],
};
const server = setupServer();
const answer = (respond: (request: Request) => Response | Promise<Response>) =>
  server.use(http.post(URL, ({ request }) => respond(request)));

beforeAll(() => server.listen({ onUnhandledRequest: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

it('sends plain text that needs no preflight, without cookies, and is accepted', async () => {
  let request: Request | undefined;
  let body = '';
  answer(async (asked) => {
    request = asked;
    body = await asked.text();
    return HttpResponse.json({ status: 'added' }, { status: 202 });
  });
  expect(await send(URL, contribution, open)).toEqual({ outcome: 'accepted' });
  expect(JSON.parse(body)).toEqual(contribution);
  expect(request?.headers.get('content-type')).toBe('text/plain');
  expect(request?.credentials).toBe('omit');
});

it('never sends again what is refused, and keeps the reason', async () => {
  answer(() => HttpResponse.json({ error: 'invalid' }, { status: 400 }));
  expect(await send(URL, contribution, open)).toEqual({ outcome: 'refused', reason: '400 {"error":"invalid"}' });
});

it.each([
  [503, { 'retry-after': '30' }, 30_000],
  [503, { 'retry-after': '999999999' }, 3_600_000],
  [503, { 'retry-after': 'Fri, 01 Jan 2100 00:00:00 GMT' }, 3_600_000],
  [503, { 'retry-after': 'Fri, 01 Jan 1999 00:00:00 GMT' }, 0],
  [503, { 'retry-after': 'soon' }, 0],
  [429, { 'retry-after': '1' }, 1_000],
  [408, {}, 0],
  [500, {}, 0],
])('tries again after %i', async (status, headers, afterMs) => {
  answer(() => new HttpResponse(null, { status, headers }));
  expect(await send(URL, contribution, open)).toEqual({ outcome: 'retry', afterMs });
});

it('tries again when nobody answers', async () => {
  answer(() => HttpResponse.error());
  expect(await send(URL, contribution, open)).toMatchObject({ outcome: 'retry', afterMs: 0 });
});

describe('a beacon', () => {
  const beacon = vi.fn<Navigator['sendBeacon']>(() => true);
  beforeEach(() => void vi.stubGlobal('navigator', { sendBeacon: beacon }));
  afterEach(() => {
    beacon.mockReset();
    vi.unstubAllGlobals();
    vi.restoreAllMocks();
  });
  const handOf = async (stop = open): Promise<() => void> => {
    const sent = await send(URL, contribution, stop);
    if (sent.outcome !== 'retry' || !sent.hand) return expect.fail(JSON.stringify(sent));
    return sent.hand;
  };

  it.each([
    ['throws', () => expect.fail('as a blocker does')],
    ['is refused', () => Promise.reject(new TypeError('quota'))],
  ])('says the same bytes where fetch %s', async (_, fetch) => {
    vi.stubGlobal('fetch', fetch);
    const hand = await handOf();
    expect(beacon).not.toHaveBeenCalled();
    hand();
    expect(beacon).toHaveBeenCalledExactlyOnceWith(URL, JSON.stringify(contribution)); // a string is text/plain
  });

  it('is tried first where what a hidden page fetches ends with it', async () => {
    const fetch = vi.fn<typeof globalThis.fetch>(() => Promise.reject(new TypeError()));
    vi.stubGlobal('fetch', fetch);
    vi.stubGlobal('Request', { prototype: {} });
    await handOf();
    expect(fetch).toHaveBeenCalledTimes(1);
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    (await handOf())();
    expect(fetch).toHaveBeenCalledTimes(1);
    expect(beacon).toHaveBeenCalledTimes(1);
  });

  it('is none once the visitor said no', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError()));
    const stop = new AbortController();
    const hand = await handOf(stop.signal);
    stop.abort();
    hand();
    expect(beacon).not.toHaveBeenCalled();
    expect(await send(URL, contribution, stop.signal)).toEqual({ outcome: 'retry', afterMs: 0 });
  });

  it.each([
    ['lacks it', undefined],
    ['denies it', () => expect.fail('denied')],
    ['is over its quota', () => false],
  ])('changes nothing where the browser %s', async (_, sendBeacon) => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError()));
    vi.stubGlobal('navigator', { sendBeacon });
    expect(await handOf()).not.toThrow();
  });
});
