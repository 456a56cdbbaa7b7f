import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { ProfileView, Tracker } from '@penchant/browser';
import type { AxeResults, RunOptions } from 'axe-core';
import type { Browser, Page } from 'puppeteer-core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { available } from '../browsers/engines.js';
import { launch, newTab } from '../browsers/launch.js';
import './reader.js';
import { wordsOf } from './sums.js';
import { openTown, type Town } from './town.js';

declare global {
  interface Window {
    axe: { readonly run: (options?: RunOptions) => Promise<AxeResults> };
  }
}

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const DRAWER = '[popovertarget="your-interests"]';
const SLIDER = 'penchant-interests >>> input[aria-label="Cycling"]';
const LISTENING = 'penchant-inspector >>> .panel';

/** Nothing inline, no eval, and no string ever becomes code. */
const CSP = `<meta http-equiv="Content-Security-Policy" content="default-src 'self'; require-trusted-types-for 'script'">`;
const STYLE = 'body { background: var(--paper); color: var(--ink) } a { color: inherit }';
const strictPage = `<!doctype html><html lang="en"><head>${CSP}<title>Strict</title><meta name="viewport" content="width=device-width">
<link rel="stylesheet" href="/tokens.css"><link rel="icon" href="/favicon.svg"><link rel="stylesheet" href="/strict.css"><script async src="/penchant.js" data-site="strict"></script>
<script type="module" src="/penchant-elements.js"></script></head>
<body><main><h1>Strict</h1><ol data-penchant-list="home" data-penchant-rank>${['cycling-1', 'film-1', 'cycling-2']
  .map(
    (id) =>
      `<li data-penchant-item="${id}" data-penchant-features="topic:${id.slice(0, -2)}"><a href="#${id}">Story ${id}</a><penchant-feedback item="${id}"></penchant-feedback></li>`,
  )
  .join(
    '',
  )}</ol><penchant-interests></penchant-interests></main><penchant-inspector></penchant-inspector></body></html>`;

/** Looks at each frame: no mutation of the document tells of what is in a shadow. */
const appears = (page: Page, css: string) => page.waitForSelector(css, { visible: true });

/** The specs of the elements run in every engine. */
const engines = available.filter((engine) => engine === 'chromium');

describe.each(engines)('what visitors see of Penchant, in %s', (engine) => {
  let town: Town;
  let browser: Browser;
  let wrongs: string[];
  beforeEach(async () => {
    town = await openTown();
    await town.startCollector();
    browser = await launch(engine);
    wrongs = [];
  });
  afterEach(async () => {
    await browser.close();
    await town.end();
  });

  async function openPage(url: string): Promise<Page> {
    const page = await newTab(browser);
    page.on('console', (message) => {
      if (['error', 'warn'].includes(message.type())) wrongs.push(message.text());
    });
    page.on('pageerror', (error) => wrongs.push(String(error)));
    await page.goto(url);
    await page.waitForFunction(() => 'tracker' in window.penchant && customElements.get('penchant-inspector'));
    await page.evaluate(() => new Promise((resolve) => window.penchant(resolve)));
    return page;
  }
  const forYou = (page: Page): Promise<(string | undefined)[]> =>
    page.$$eval('[data-for-you] > :not([hidden])', (cards) =>
      cards.map((card) => /topic:(\S+)/.exec(card.getAttribute('data-penchant-features') ?? '')?.[1]),
    );
  const tellOf = (page: Page, topic: string): Promise<void> =>
    page.evaluate((feature) => void window.penchant('setInterest', feature, 0.05), `topic:${topic}`);

  it('opens the drawer, moves a slider, and the paper follows; turned off, it is the editors’ again', async () => {
    const page = await openPage(town.paper);
    await appears(page, '[data-for-you][data-penchant-ranked]');
    const editors = await forYou(page);
    await tellOf(page, 'cycling');
    await page.click(DRAWER);
    const slider = await appears(page, SLIDER);
    await slider?.focus();
    await page.keyboard.press('End');
    const said = (): Promise<number | undefined> =>
      page.evaluate(() => (window.penchant('profile') as ProfileView).features['topic:cycling']?.stated);
    await expect.poll(said).toBe(1);
    expect((await forYou(page)).slice(0, 2)).toEqual(['cycling', 'cycling']);
    await page.click('penchant-interests >>> [role=switch]');
    await page.waitForFunction(() => !(window.penchant('status') as { profiling: boolean }).profiling);
    expect(await forYou(page)).toEqual(editors);
    await page.keyboard.press('Escape');
    await page.waitForSelector('#your-interests', { hidden: true });
    expect(wrongs).toEqual([]);
  });

  it('counts the same with drawer and inspector open as without them', async () => {
    const read = async (isOpen: boolean): Promise<string[]> => {
      const site = await openTown();
      await site.startCollector();
      const page = await openPage(site.paper);
      await page.evaluate(() => {
        window.heard = [];
        (window.penchant as unknown as { tracker: Tracker }).tracker.signals$.subscribe(
          (signal) => void window.heard?.push(signal),
        );
      });
      if (isOpen) {
        await page.click('penchant-inspector >>> .toggle');
        await appears(page, LISTENING);
        await page.click(DRAWER);
        await appears(page, 'penchant-interests >>> h2');
      }
      for (const list of ['lead', 'for-you', 'home']) {
        await page.$eval(`[data-penchant-list="${list}"]`, (element) =>
          element.scrollIntoView({ block: 'start', behavior: 'instant' }),
        );
        await new Promise((resolve) => setTimeout(resolve, 1_600));
      }
      await page.evaluate(() => window.penchant('flush'));
      const heard = await page.evaluate(() => (window.heard ?? []).map(({ kind, item }) => `${kind} ${item}`));
      const sums = await wordsOf(site.store(), 'daily');
      await page.close();
      await site.end();
      const kinds = heard.filter((told) => !told.startsWith('dwell')); // told again each second
      return [...kinds, ...sums].sort((a, b) => (a < b ? -1 : 1));
    };
    const closed = await read(false);
    expect(closed.length).toBeGreaterThan(20);
    expect(await read(true)).toEqual(closed);
  });

  it('does all of it under a policy that allows nothing but the page’s own files', async () => {
    town.publish('strict.css', STYLE);
    town.publish('strict.html', strictPage);
    const page = await openPage(`${town.paper}/strict.html`);
    await appears(page, 'penchant-feedback[item="film-1"] >>> .hide:enabled');
    await page.click('penchant-feedback[item="cycling-1"] >>> .like:enabled');
    await appears(page, 'penchant-interests >>> .slider');
    await page.click('penchant-interests >>> summary');
    await appears(page, 'penchant-interests >>> .ledger li');
    await page.click('penchant-inspector >>> .toggle');
    await appears(page, LISTENING);
    expect(
      await page.$eval('penchant-interests', (panel) => getComputedStyle(panel).getPropertyValue('--liked')),
    ).toContain('#0b6f63');
    expect(wrongs).toEqual([]);
  });

  it('speaks of the page’s tracker whatever the page calls it', async () => {
    town.publish('strict.css', STYLE);
    town.publish('named.html', strictPage.replace('data-site="strict"', 'data-site="strict" data-global="taste"'));
    const page = await newTab(browser);
    await page.goto(`${town.paper}/named.html`);
    await appears(page, 'penchant-feedback[item="cycling-1"] >>> .like:enabled');
    await page.click('penchant-feedback[item="cycling-1"] >>> .like');
    await appears(page, 'penchant-interests >>> .slider');
    expect(await page.evaluate(() => ['taste' in window, 'penchant' in window])).toEqual([true, false]);
  });
});

describe.runIf(available.includes('chromium'))('what visitors see of Penchant, under the axe', () => {
  it('has no fault, light and dark, on a phone and on a desk', async () => {
    const town = await openTown();
    const browser = await launch('chromium');
    town.publish('strict.css', STYLE);
    town.publish('axe.html', strictPage.replace(CSP, ''));
    const page = await newTab(browser);
    await page.goto(`${town.paper}/axe.html`);
    await page.waitForFunction(() => 'tracker' in window.penchant && customElements.get('penchant-inspector'));
    await appears(page, 'penchant-feedback[item="film-1"] >>> .hide:enabled');
    await page.click('penchant-feedback[item="cycling-1"] >>> .like:enabled');
    await page.click('penchant-feedback[item="film-1"] >>> .hide');
    await page.evaluate(() => void window.penchant('setInterest', 'topic:film', -0.5));
    await appears(page, 'penchant-interests >>> .mutes li');
    await page.evaluate(axe);
    const found: string[] = [];
    const look = async (state: string): Promise<void> => {
      for (const width of [320, 1280])
        for (const value of ['light', 'dark']) {
          await page.setViewport({ width, height: 900 });
          await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value }]);
          const { violations, passes } = await page.evaluate(() => window.axe.run());
          expect(passes.length).toBeGreaterThan(10);
          for (const { id, nodes } of violations)
            found.push(
              `${state} ${width} ${value}: ${id} ${nodes.map(({ target }) => target.flat().join(' ')).join()}`,
            );
          const tooWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
          if (tooWide) found.push(`${state} ${width}: wider than the screen`);
        }
    };
    await page.click('penchant-interests >>> summary');
    await appears(page, 'penchant-interests >>> .ledger li');
    await look('interests');
    await page.click('penchant-inspector >>> .toggle');
    await appears(page, 'penchant-inspector >>> .feed li');
    await look('live');
    await page.click('penchant-inspector >>> .feed button');
    await appears(page, 'penchant-inspector >>> details');
    await page.click('penchant-inspector >>> summary');
    await look('item');
    await page.click('penchant-inspector >>> #profile');
    await look('profile');
    await page.click('penchant-inspector >>> .close');
    await page.click('penchant-interests >>> .grave');
    await look('asked');
    await page.keyboard.press('Escape');
    await page.click('penchant-interests >>> [role=switch]');
    await look('off');
    expect(found).toEqual([]);
    await browser.close();
    await town.end();
  });
});
