import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { findEngines, type Engines } from './find.js';
import { PAGE } from './stage.js';

/** Keeps a browser quiet: nothing it does on its own may reach a server or a measurement. */
const QUIET = [
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Chromium's sandbox refuses to run as root, which is what containers are. */
const AS_ROOT = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

/** Looked for once: to look starts each browser to ask its version. */
let engines: Engines | undefined;

export type Driven = 'chromium' | 'firefox';

export interface Launch {
  /** The folder that holds the visitor's data; without one, it is forgotten when the browser ends. */
  readonly profile?: string;
}

/** Starts a browser that puppeteer drives: Chromium over CDP, Firefox over WebDriver BiDi. */
export function launch(engine: Driven, { profile }: Launch = {}): Promise<Browser> {
  engines ??= findEngines();
  const executablePath = engines[engine];
  if (!executablePath) throw new Error(`[penchant] ${engine} was not found on this machine.`);
  const options = { executablePath, ...(profile && { userDataDir: profile }) };
  return engine === 'chromium'
    ? puppeteer.launch({
        ...options,
        args: [...QUIET, ...AS_ROOT],
        ignoreDefaultArgs: ['--disable-back-forward-cache'], // visitors have it, so tests do too
      })
    : puppeteer.launch({ ...options, browser: 'firefox' });
}

/** A new tab, in front. Firefox gives the focus to tabs it is asked to open, and never to the one it starts with. */
export async function newTab(browser: Browser): Promise<Page> {
  const page = await browser.newPage();
  await page.setViewport(PAGE);
  await page.bringToFront();
  return page;
}
