import type { Contribution } from '@penchant/core';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
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
  expect(await send(URL, contribution, open)).toEqual({ outcome: 'retry', afterMs: 0 });
});
