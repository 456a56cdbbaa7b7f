import type { TrackerStatus } from '@penchant/browser';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as wait } from 'node:timers/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { available, open, type Tab } from '../browsers/engines.js';
import './reader.js';

const DIST = dirname(fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')));

/** Long enough for all that a page loads, and for what Penchant would fetch because something was done. */
const QUIET_MS = 1_000;

/** Nothing can be sent by a script. */
const CSP = "default-src 'self'; style-src 'unsafe-inline'; connect-src 'none'; img-src data:";

const IDS = Array.from({ length: 40 }, (_, i) => `i${i}`);
const item = (id: string, n: number): string =>
  `<li data-penchant-item="${id}" data-penchant-features="topic:t${n % 5}" style="height:40px"><a href="#${id}">${id}</a></li>`;
const PAGE = `<!doctype html><meta charset="utf-8"><title>p</title><link rel="icon" href="data:,">
  <ol data-penchant-list="home" data-penchant-rank>${IDS.map(item).join('')}</ol>
  <script async src="/penchant.js" data-site="quiet"></script>`;

let server: Server;
let origin = '';
let trace: string[] = [];
const profiles: string[] = [];
beforeEach(async () => {
  const files = sirv(DIST);
  server = createServer((request, response) => {
    const { method, url = '', rawHeaders } = request;
    trace.push(JSON.stringify([method, url, rawHeaders]));
    request.on('data', (body) => trace.push(String(body)));
    if (url.endsWith('.js')) return files(request, response, () => void response.writeHead(404).end());
    response.setHeader('content-type', 'text/html');
    response.setHeader('content-security-policy', CSP);
    response.end(PAGE);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  server.closeAllConnections();
  server.close();
  for (const folder of profiles.splice(0))
    rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
});

const started = (tab: Tab): Promise<unknown> =>
  tab.until(() => 'tracker' in window.penchant && (window.penchant('status') as TrackerStatus).state === 'ready');

/** Looks at the page, and leaves. */
const idle = (): Promise<void> => Promise.resolve();

/** Opens, likes, hides, buys, rates and takes back, hundreds of times. */
async function busy(tab: Tab): Promise<void> {
  await tab.click('[data-penchant-item=i3] a');
  await tab.evaluate((ids) => {
    for (let n = 0; n < 500; n++) {
      const id = ids[n % ids.length] ?? '';
      window.penchant(['like', 'dislike', 'hide', 'save', 'cart', 'purchase'][n % 6] ?? 'like', id);
      if (n % 50 === 0) window.penchant('rate', id, 5);
    }
  }, IDS);
  await tab.click('[data-penchant-item=i5] a');
  const known = await tab.evaluate(() => (window.penchant('status') as TrackerStatus).recorded);
  expect(known).toBeGreaterThan(500);
}

/** All that the network saw of a visitor: two visits, each left for another page; and nothing in between. */
async function seenOf(engine: (typeof available)[number], behave: (tab: Tab) => Promise<void>): Promise<string[]> {
  const profile = mkdtempSync(join(tmpdir(), 'penchant-interference-'));
  profiles.push(profile);
  trace = [];
  const visitor = await open(engine, { profile });
  try {
    for (const visit of ['/', '/?again']) {
      await visitor.goto(`${origin}${visit}`);
      await started(visitor);
      await wait(QUIET_MS);
      const before = trace.length;
      await behave(visitor);
      await wait(QUIET_MS);
      expect(trace.slice(before)).toEqual([]);
    }
    await visitor.goto(`${origin}/?left`);
    await started(visitor);
    await wait(QUIET_MS);
  } finally {
    await visitor.close();
  }
  return trace;
}

describe.each(available)('the network of a visitor in local mode in %s', (engine) => {
  it('sees the same bytes in the same order, whatever the visitor does', async () => {
    const ofIdle = await seenOf(engine, idle);
    const ofBusy = await seenOf(engine, busy);
    expect(ofBusy).toEqual(ofIdle);
    expect(ofIdle.filter((request) => request.includes('/penchant.js')).length).toBeGreaterThan(0); // it was there
  });
});
