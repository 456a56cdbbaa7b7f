import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createCollector, hashToken, sqliteStore, type Collector, type Store } from '@penchant/collector';
import { epochOf, EPOCH_MS, type Contribution } from '@penchant/core';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available } from '../browsers/engines.js';
import { launch, newTab } from '../browsers/launch.js';

declare global {
  interface Window {
    axe: { readonly run: (options?: RunOptions) => Promise<AxeResults> };
  }
}

const TOKEN = 'a token of some length';
const ORIGIN = 'https://daily.example';
const READERS = 60;
const ITEMS = Array.from({ length: 12 }, (_, i) => `story-${i + 1}`);
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/** A collector on a port, whose clock can be turned to last week, so that a whole week can be published. */
interface Office {
  readonly url: string;
  readonly store: Store;
  readonly collector: Collector;
  turn(nowMs: number): void;
  post(contribution: object): Promise<number>;
}

async function openOffice(file: string): Promise<Office> {
  let offsetMs = 0;
  const store = sqliteStore(file);
  const collector = createCollector({
    store,
    storeAddress: `sqlite:${file}`,
    sites: { daily: [ORIGIN], weekly: [ORIGIN] },
    adminTokenHash: hashToken(TOKEN),
    clock: () => Date.now() + offsetMs,
  });
  const url = await collector.listen({ port: 0 });
  return {
    url,
    store,
    collector,
    turn: (nowMs) => void (offsetMs = nowMs - Date.now()),
    async post(contribution) {
      const headers = { origin: ORIGIN, 'content-type': 'text/plain' };
      const body = JSON.stringify(contribution);
      return (await fetch(`${url}/v1/contributions`, { method: 'POST', headers, body })).status;
    },
  };
}

/** What one reader saw and opened: everything once, each item at two places over all readers. */
const visit = (id: number, epoch: number): Contribution => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch,
  family: 'list',
  list: 'home',
  cells: ITEMS.map((item, i) => ({
    item,
    position: ((i + (id % 2)) % ITEMS.length) + 1,
    bucket: 0,
    impressions: 1,
    clicks: (id + i) % (2 + i) === 0 ? 1 : 0,
  })),
});

/** A tab that takes down whatever goes wrong in it, and whom it asks. */
async function watchedTab(browser: Browser): Promise<{ page: Page; wrongs: string[]; origins: Set<string> }> {
  const page = await newTab(browser);
  const wrongs: string[] = [];
  const origins = new Set<string>();
  page.on('console', (message) => {
    const isExpected = /status of 401/.test(message.text()); // a wrong token: the browser says so itself
    if (['error', 'warn'].includes(message.type()) && !isExpected) wrongs.push(message.text());
  });
  page.on('pageerror', (error) => wrongs.push(String(error)));
  page.on('request', (request) => origins.add(new URL(request.url()).origin));
  // Thrown where nobody catches it, a violation of the policy is heard as an error of the page.
  await page.evaluateOnNewDocument(() =>
    addEventListener('securitypolicyviolation', ({ violatedDirective }) => {
      throw new Error(`refused by ${violatedDirective}`);
    }),
  );
  return { page, wrongs, origins };
}

/** What axe finds wrong, light and dark. */
async function faults(page: Page): Promise<string[]> {
  const found: string[] = [];
  for (const value of ['light', 'dark']) {
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
    if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe);
    const { violations } = await page.evaluate(() => window.axe.run());
    found.push(...violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${value}: ${id}: ${html}`)));
  }
  return found;
}

async function signIn(page: Page, token: string): Promise<void> {
  await page.$eval('#token', (field) => (field instanceof HTMLInputElement ? (field.value = '') : ''));
  await page.type('#token', token);
  await page.keyboard.press('Enter');
}

const text = (page: Page, css: string): Promise<string> =>
  page.$eval(css, (element) => element.textContent.replaceAll(/\s+/g, ' ').trim());

/** The cells of a table, which is under a disclosure. */
const rows = (page: Page, about: string): Promise<string[][]> =>
  page.$$eval(`[aria-label="Table: ${about}"] tbody tr`, (all) =>
    all.map((row) => [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim())),
  );

describe.runIf(available.includes('chromium'))('the dashboard in Chromium', () => {
  const folder = mkdtempSync(join(tmpdir(), 'penchant-dashboard-'));
  let browser: Browser;
  let office: Office;
  beforeAll(async () => {
    [browser, office] = await Promise.all([launch('chromium'), openOffice(join(folder, 'penchant.db'))]);
  });
  afterAll(async () => {
    await browser.close();
    await office.collector.close();
    rmSync(folder, { recursive: true });
  });

  it('lets in who has the token, and shows the numbers of the store as they grow', async () => {
    const { page, wrongs, origins } = await watchedTab(browser);
    await page.goto(office.url);
    await page.waitForSelector('#token');
    expect(await faults(page)).toEqual([]);

    await signIn(page, 'not the token of it');
    await page.waitForFunction(() => document.querySelector('#token-problem')?.textContent.includes('not the token'));
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);

    await signIn(page, TOKEN);
    await page.waitForSelector('.verdict.waiting');
    expect(await text(page, 'h1')).toBe('Nothing yet: no contribution of daily has arrived.');
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe('H1');
    expect(await faults(page)).toEqual([]);
    expect(await page.evaluate(() => [localStorage.length, document.cookie])).toEqual([0, '']);

    const now = Date.now();
    office.turn(now - EPOCH_MS);
    const lastWeek = epochOf(now) - 1;
    const answers = await Promise.all(Array.from({ length: READERS }, (_, id) => office.post(visit(id, lastWeek))));
    expect(new Set(answers)).toEqual(new Set([202]));
    office.turn(now);
    await office.collector.publish();
    await office.post(visit(900, lastWeek + 1));
    await office.post(visit(900, lastWeek + 1));
    await office.post({ ...visit(901, lastWeek + 1), cells: [] });
    const like = { item: 'story-1', likes: 1, dislikes: 0 };
    const { id, site, epoch } = visit(902, lastWeek + 1);
    await office.post({ version: 1, id, site, epoch, family: 'reactions', cells: [like] });
    const bought = [{ item: 'story-1', purchases: 3, returns: 1 }];
    await office.post({ ...visit(903, lastWeek + 1), list: undefined, family: 'purchases', cells: bought });
    const read = [{ place: 'page', device: 'phone', time: 12, dwells: 5 }];
    await office.post({ ...visit(904, lastWeek + 1), list: undefined, family: 'dwell', cells: read });

    // The page finds out by itself.
    await page.waitForFunction(() => document.querySelector('.verdict.good'), { timeout: 10_000 });
    await page.waitForFunction(() => document.querySelectorAll('.ranking li').length === 10);
    expect(await text(page, 'h1')).toMatch(
      /^Collecting: 4 contributions this week, model \d+ s old, 1 refused lately\.$/,
    );
    const { lists, reactions } = await office.store.sums('daily');
    const total = (counts: number[]) => counts.reduce((sum, n) => sum + n, 0).toLocaleString('en-GB');
    expect(await rows(page, 'seen, opened, stayed')).toEqual([
      ['Seen', total(lists.map(({ impressions }) => impressions))],
      ['Opened', total(lists.map(({ clicks }) => clicks))],
      ['Stayed 32 s', '5'],
      ['Bought', '3'],
      ['Given back', '1'],
      ['Liked', total(reactions.map(({ likes }) => likes))],
      ['Disliked', '0'],
    ]);
    expect((await rows(page, 'contributions by week')).map(([, count]) => count)).toEqual(['4', String(READERS)]);
    expect(await rows(page, 'refused, by reason')).toEqual([['invalid', '1', expect.stringMatching(/ago$/)]]);
    expect(await text(page, '.legend')).toBe('added 4 sent twice 1 refused 1');
    const curve = await rows(page, 'positions of home');
    expect(curve).toHaveLength(ITEMS.length);
    expect(curve[0]?.[1]).toBe('100 %');
    await page.$$eval('details', (all) => all.forEach((details) => (details.open = true)));
    expect(await faults(page)).toEqual([]);

    const url = new URL(office.url);
    expect([[...origins], wrongs]).toEqual([[url.origin], []]);
    await page.close();
  });

  it('orders, searches and turns pages from the keyboard, and keeps what was opened', async () => {
    const { page, wrongs } = await watchedTab(browser);
    await page.goto(office.url);
    await page.waitForSelector('#token');
    await signIn(page, TOKEN);
    const names = () => page.$$eval('.ranking .name', (all) => all.map((name) => name.textContent));
    const until = (first: string | undefined, count: number) =>
      page.waitForFunction(
        (wanted, n) => {
          const shown = [...document.querySelectorAll('.ranking .name')];
          return shown.length === n && (wanted === undefined || shown[0]?.textContent === wanted);
        },
        {},
        first,
        count,
      );
    await until(undefined, 10);
    const [best] = await names();
    await page.$eval('.items details', (details) => void (details.open = true));
    await page.focus('[name=sort]');
    await page.keyboard.press('ArrowRight'); // worst first
    await page.waitForFunction((was) => document.querySelector('.ranking .name')?.textContent !== was, {}, best);
    await page.focus('[aria-label="Next items"]');
    await page.keyboard.press('Enter');
    await until(undefined, 2);
    expect((await names()).at(-1)).toBe(best);
    await page.focus('[type=search]');
    await page.keyboard.type('STORY-7');
    await until('story-7', 1);
    expect(await page.$eval('.items details', (details) => details.open)).toBe(true);
    expect(await page.$eval('[type=search]', (field) => field === document.activeElement)).toBe(true);
    expect(wrongs).toEqual([]);
    await page.close();
  });

  it('fits a narrow phone, forgets the token on leaving, and says when its numbers are old', async () => {
    const { page } = await watchedTab(browser);
    await page.setViewport({ width: 320, height: 640 });
    await page.goto(office.url);
    await page.waitForSelector('#token');
    await signIn(page, TOKEN);
    await page.waitForSelector('.verdict');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
    const tooSmall = await page.$$eval('button, input:not([type=radio]), select, summary, label', (all) =>
      all.filter((element) => element.getBoundingClientRect().height < 24).map(({ outerHTML }) => outerHTML),
    );
    expect(tooSmall).toEqual([]);

    await page.setOfflineMode(true);
    await page.waitForSelector('.stale-note', { timeout: 10_000 });
    expect(await text(page, '.stale-note p')).toMatch(/^Old numbers: the collector does not answer/);
    expect(await faults(page)).toEqual([]);
    await page.setOfflineMode(false);
    await page.waitForFunction(() => !document.querySelector('.stale-note'));

    await page.click('.masthead .plain');
    await page.waitForSelector('#token');
    expect(await page.evaluate(() => sessionStorage.length)).toBe(0);
    await page.reload();
    await page.waitForSelector('#token');
    await page.close();
  });

  it('asks nothing while it is hidden, and at once when it is seen again', async () => {
    const { page } = await watchedTab(browser);
    await page.goto(office.url);
    await page.waitForSelector('#token');
    await signIn(page, TOKEN);
    await page.waitForSelector('.verdict');
    let asked = 0;
    page.on('request', (request) => void (asked += request.url().includes('/admin/overview') ? 1 : 0));
    const inFront = await newTab(browser);
    await page.waitForFunction(() => document.hidden, { polling: 50 });
    asked = 0;
    await new Promise((resolve) => setTimeout(resolve, 3_300)); // longer than the page waits between two questions
    expect(asked).toBe(0);
    await inFront.close();
    await page.bringToFront();
    await expect.poll(() => asked).toBe(1);
    await page.close();
  });
});
