import type { Signal } from '@penchant/core';
import type { Exported, Tracker, TrackerStatus } from '@penchant/browser';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser } from 'puppeteer-core';
import sirv from 'sirv';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { available, open, type Tab, type Visitor } from '../browsers/engines.js';
import { launch, newTab } from '../browsers/launch.js';
import './reader.js';

const DIST = dirname(fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')));

/** Strict enough for a bank: nothing inline, no eval, and no string ever becomes code. */
const CSP = "default-src 'self'; require-trusted-types-for 'script'; report-uri /csp";

const item = (id: string, inside = ''): string =>
  `<li data-penchant-item="${id}" data-penchant-features="topic:x" style="height:60px"><a href="/story?${id}">${id}</a>${inside}</li>`;
const TAKE_DOWN = `if (location.search === '?uncached') addEventListener('unload', () => {}); // such a page is not kept
  window.heard = []; window.persisted = 0; window.errors = [];
  addEventListener('error', (event) => errors.push(event.message));
  addEventListener('pageshow', (event) => { if (event.persisted) persisted++; });
  window.penchant = window.penchant || function () { (penchant.q = penchant.q || []).push(arguments) };
  penchant((tracker) => tracker.signals$.subscribe((signal) => heard.push(signal)));
  if (location.search === '?tells') penchant((tracker) => tracker.signals$.subscribe((signal) => {
    const [{ activationStart }] = performance.getEntriesByType('navigation');
    navigator.sendBeacon('/told', JSON.stringify({ signal, activatedMs: activationStart }));
  }));`;
const PAGES: Readonly<Record<string, string>> = {
  '/': `<ol data-penchant-list="home">${['a1', 'b1', 'c1'].map((id) => item(id)).join('')}</ol>`,
  '/story': `<article data-penchant-item="b1" style="height:3000px">A story.</article>`,
  '/prerendering': `<ol data-penchant-list="home">${item('a1')}</ol><a id="go" href="/story?tells">go</a>
    <script type="speculationrules">{"prerender":[{"urls":["/story?tells"],"eagerness":"immediate"}]}</script>`,
  '/twice': `<ol data-penchant-list="home">${item('a1')}</ol>
    <script src="/penchant.js" data-site="capture"></script>
    <script src="/penchant.js" data-site="capture" data-global="other"></script>`,
};

let server: Server;
let origin = '';
let reports: string[] = [];
/** What a page told of itself: a debugger loses a tab whose page is swapped for one that was prerendered. */
let posted: { readonly signal: Signal; readonly activatedMs: number }[] = [];
let profile = '';
let visitor: Visitor | undefined;
beforeEach(async () => {
  profile = mkdtempSync(join(tmpdir(), 'penchant-capture-'));
  reports = [];
  posted = [];
  const files = sirv(DIST);
  server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://localhost');
    if (pathname === '/csp') {
      request.on('data', (report) => reports.push(String(report)));
      return void response.writeHead(204).end();
    }
    if (pathname === '/told') {
      request.on('data', (signal) => posted.push(JSON.parse(String(signal))));
      return void response.writeHead(204).end();
    }
    if (pathname === '/take-down.js') return void response.setHeader('content-type', 'text/javascript').end(TAKE_DOWN);
    const body = PAGES[pathname];
    if (body === undefined) return files(request, response, () => void response.writeHead(404).end());
    response.setHeader('content-type', 'text/html');
    if (searchParams.has('strict')) response.setHeader('content-security-policy', CSP);
    response.end(
      `<!doctype html><script src="/take-down.js"></script>${body}<script async src="/penchant.js" data-site="capture"></script>`,
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(async () => {
  await visitor?.close();
  server.closeAllConnections();
  server.close();
  rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
});

declare global {
  interface Window {
    persisted: number;
    errors: string[];
  }
}
const heard = (tab: Tab): Promise<Signal[]> => tab.until(() => window.heard);
const started = (tab: Tab): Promise<unknown> =>
  tab.until(() => 'tracker' in window.penchant && (window.penchant('status') as TrackerStatus).state === 'ready');
const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));
const exported = (tab: Tab): Promise<Exported> => tab.evaluate(() => window.penchant('export') as Promise<Exported>);

describe.each(available)('capture in %s', (engine) => {
  it('loses at most a second of a dwell to kill −9, and keeps it as one signal, joined to its click', async () => {
    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/`);
    await started(visitor);
    await visitor.click('[data-penchant-item=b1] a');
    await visitor.until(() => location.pathname === '/story' && window.heard?.some(({ kind }) => kind === 'dwell'));
    await visitor.scroll(200);
    await wait(1_500);
    const told = (await heard(visitor)).findLast((signal) => signal.kind === 'dwell');
    await visitor.kill();

    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/story?nothing`);
    await started(visitor);
    const { signals } = await exported(visitor);
    const click = signals.find(({ signal }) => signal.kind === 'click')?.signal;
    const dwells = signals.flatMap(({ signal }) =>
      signal.kind === 'dwell' && signal.list === undefined ? [signal] : [],
    );
    const kept = dwells.filter(({ opened }) => opened === click?.at);
    expect(kept).toHaveLength(1);
    expect(kept[0]?.attendedMs).toBeGreaterThan((told?.kind === 'dwell' ? told.attendedMs : Infinity) - 1_100);
  });

  it('comes back from the back/forward cache into a new list view, and takes coming back at once for a bounce', async () => {
    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/`);
    await visitor.until(() => window.heard?.filter(({ kind }) => kind === 'impression').length === 3);
    await visitor.click('[data-penchant-item=b1] a');
    await visitor.until(() => location.pathname === '/story' && document.readyState === 'complete');
    await wait(300);
    await visitor.back();
    await visitor.until(() => location.pathname === '/' && window.persisted === 1); // the page was eligible
    await visitor.until(() => window.heard?.filter(({ kind }) => kind === 'impression').length === 6);
    const signals = await heard(visitor);
    const click = signals.find(({ kind }) => kind === 'click');
    expect(signals.filter((signal) => signal.kind === 'dwell' && signal.bounced)).toMatchObject([
      { item: 'b1', opened: click?.at },
    ]);
  });

  it('takes coming back at once for a bounce also where the page had to be loaded again', async () => {
    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/?uncached`);
    await started(visitor);
    await visitor.click('[data-penchant-item=b1] a');
    await visitor.until(() => location.pathname === '/story' && document.readyState === 'complete');
    await wait(300);
    await visitor.back();
    await visitor.until(() => location.pathname === '/' && document.readyState === 'complete');
    expect(await visitor.evaluate(() => window.persisted)).toBe(0);
    await started(visitor);
    const { signals } = await exported(visitor);
    expect(
      signals.map(({ signal }) => signal).filter((signal) => signal.kind === 'dwell' && signal.bounced),
    ).toMatchObject([{ item: 'b1', opened: signals.find(({ signal }) => signal.kind === 'click')?.signal.at }]);
  });

  it('works under a policy that allows nothing but its own files, and breaks no rule of it', async () => {
    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/?strict`);
    await visitor.until(() => window.heard?.filter(({ kind }) => kind === 'impression').length === 3);
    await visitor.evaluate(() => window.penchant('like', 'a1'));
    const { sentence } = (await visitor.evaluate(() => window.penchant('explain', 'a1'))) as { sentence: string };
    expect(sentence).toBe('Because you liked this.'); // a part that was loaded
    await exported(visitor);
    await wait(200);
    expect(reports.filter((report) => !report.includes('style'))).toEqual([]); // the page's own style attributes are refused
    expect(await visitor.evaluate(() => window.errors)).toEqual([]);
  });

  it('counts once when the script is on the page three times, under two names', async () => {
    visitor = await open(engine, { profile });
    await visitor.goto(`${origin}/twice`);
    await started(visitor);
    await visitor.click('[data-penchant-item=a1]');
    const signals = await heard(visitor);
    expect(signals.filter(({ kind }) => kind === 'click')).toHaveLength(1);
    expect(
      await visitor.evaluate(
        () =>
          (window as unknown as { other: { tracker: Tracker } }).other.tracker ===
          (window.penchant as unknown as { tracker: Tracker }).tracker,
      ),
    ).toBe(true);
    expect(await visitor.evaluate(() => window.errors)).toEqual([]);
  });
});

describe.runIf(available.includes('chromium'))('capture in Chromium', () => {
  let browser: Browser | undefined;
  afterEach(() => browser?.close());

  it('counts nothing while a page is prerendered, and from the moment it is shown', async () => {
    browser = await launch('chromium', { profile });
    const page = await newTab(browser);
    await page.goto(`${origin}/prerendering`);
    await wait(3_500); // the story has been ready in the background for long
    await page.click('#go');
    const dwells = (): typeof posted => posted.filter(({ signal }) => signal.kind === 'dwell');
    await expect.poll(dwells, { timeout: 30_000 }).not.toEqual([]);
    const [first] = dwells();
    expect(first?.activatedMs).toBeGreaterThan(2_000); // it was prerendered indeed
    expect(first?.signal).toMatchObject({ item: 'b1' });
    expect(first && 'attendedMs' in first.signal ? first.signal.attendedMs : Infinity).toBeLessThan(2_000);
  });

  it('goes on after the tab was frozen, and counts nothing of that time', async () => {
    browser = await launch('chromium', { profile });
    const page = await newTab(browser);
    await page.goto(`${origin}/story`);
    await page.waitForFunction(() => window.heard?.some(({ kind }) => kind === 'dwell'));
    const cdp = await page.createCDPSession();
    const cover = await browser.newPage();
    await cover.bringToFront();
    await cdp.send('Page.setWebLifecycleState', { state: 'frozen' });
    await wait(2_500);
    await cdp.send('Page.setWebLifecycleState', { state: 'active' });
    await page.bringToFront();
    await page.mouse.move(200, 200);
    await page.waitForFunction(
      (before) => (window.heard ?? []).filter(({ kind }) => kind === 'dwell').length > before,
      {},
      await page.evaluate(() => window.heard?.length ?? 0),
    );
    const last = await page.evaluate(() => (window.heard ?? []).findLast(({ kind }) => kind === 'dwell'));
    expect(last && 'attendedMs' in last ? last.attendedMs : Infinity).toBeLessThan(4_500);
  });

  it('keeps no node of a thousand lists that came and went, and nothing at all once it stopped', async () => {
    browser = await launch('chromium', { profile });
    const page = await newTab(browser);
    await page.goto(`${origin}/`);
    await page.waitForFunction(() => 'tracker' in window.penchant);
    await page.evaluate(async () => {
      const frame = (): Promise<unknown> => new Promise((resolve) => requestAnimationFrame(resolve));
      class Marked extends HTMLElement {}
      customElements.define('marked-card', Marked);
      for (let mount = 0; mount < 1_000; mount++) {
        const list = document.createElement('div');
        list.setAttribute('data-penchant-list', 'home');
        for (let i = 0; i < 3; i++) {
          const card = document.createElement('marked-card');
          card.setAttribute('data-penchant-item', `m${mount % 50} ${i}`);
          card.textContent = 'card';
          list.append(card);
        }
        document.body.prepend(list);
        if (mount % 10 === 0) await frame(); // seen by the observers
        if (mount % 100 === 0) list.querySelector<HTMLElement>('marked-card')?.click();
        list.remove();
      }
      await frame();
      await new Promise((resolve) => setTimeout(resolve, 1_500));
    });
    const left = async (): Promise<number> => {
      const prototype = await page.evaluateHandle(() => customElements.get('marked-card')?.prototype as object);
      const all = await page.queryObjects(prototype); // collects garbage first
      return page.evaluate((cards) => (cards as unknown as unknown[]).length, all);
    };
    expect(await left()).toBeLessThanOrEqual(3); // what was clicked last may still be waited for
    const listeners = async (): Promise<number> => {
      const { JSEventListeners } = await page.metrics();
      return JSEventListeners ?? NaN;
    };
    const before = await listeners();
    await page.evaluate(() => window.penchant('stop'));
    await wait(200);
    expect(await left()).toBe(0);
    expect(await listeners()).toBeLessThan(before);
  });
});
