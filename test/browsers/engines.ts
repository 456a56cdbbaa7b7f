import type { KeyInput, Page } from 'puppeteer-core';
import { findEngines } from './find.js';
import { launch, newTab, type Driven, type Launch } from './launch.js';
import { killGroup } from './processes.js';
import { comesToRest } from './rest.js';
import { WHEEL_AT } from './stage.js';
import { until } from './until.js';

/** The engines that journeys can be made in on this machine. */
export const available: readonly Driven[] = (['chromium', 'firefox'] as const).filter(
  (engine) => findEngines()[engine],
);

/** A request the page made. What leaves while a page ends is seen by the server only: ask it about beacons. */
export interface Sent {
  readonly method: string;
  readonly url: string;
  /** What was posted. Engines forget a request's body when its page is gone: then it is undefined. */
  readonly body: Promise<string | undefined>;
}

/** One page, and the hands of the person in front of it. */
export interface Tab {
  goto(url: string): Promise<void>;
  /** Back, by way of the back/forward cache where the page allows it. */
  back(): Promise<void>;
  /** Runs a function in the page. It sees the page's globals and its arguments, nothing else. */
  evaluate<T, A extends unknown[]>(ask: (...args: A) => T, ...args: A): Promise<Awaited<T>>;
  /** Asks until the answer is truthy; rejects after five seconds. Survives navigations. */
  until<T, A extends unknown[]>(ask: (...args: A) => T, ...args: A): Promise<NonNullable<Awaited<T>>>;
  /** A trusted click. */
  click(css: string): Promise<void>;
  /** Trusted typing, after a click. */
  type(css: string, text: string): Promise<void>;
  press(key: KeyInput): Promise<void>;
  /** Turns the wheel and resolves when the page has come to rest. */
  scroll(px: number): Promise<void>;
  /** Puts another tab in front. */
  hide(): Promise<void>;
  show(): Promise<void>;
  offline(on: boolean): Promise<void>;
  /** Every request so far, in order. */
  readonly requests: readonly Sent[];
  close(): Promise<void>;
}

/** A person's browser, with its first tab in front. */
export interface Visitor extends Tab {
  newTab(): Promise<Tab>;
  /** Ends the browser in good order. Does nothing when it has ended. */
  close(): Promise<void>;
  /** Ends it with SIGKILL, as a crash or an empty battery would: no event fires, nothing is flushed. */
  kill(): Promise<void>;
}

/** Starts a browser. With a `profile` folder, what pages stored is there the next time it is opened. */
export async function open(engine: Driven, options: Launch = {}): Promise<Visitor> {
  const browser = await launch(engine, options);
  return {
    ...tab(await newTab(browser)),
    newTab: async () => tab(await newTab(browser)),
    async close() {
      if (browser.connected) await browser.close();
    },
    async kill() {
      const process = browser.process();
      if (process) await killGroup(process);
    },
  };
}

function tab(page: Page): Tab {
  const requests: Sent[] = [];
  page.on('request', (request) => {
    const body = request.hasPostData() ? request.fetchPostData().catch(() => undefined) : Promise.resolve(undefined);
    requests.push({ method: request.method(), url: request.url(), body });
  });
  let cover: Page | undefined;

  const evaluate: Tab['evaluate'] = async (ask, ...args) => page.evaluate(ask as never, ...args) as never;
  return {
    requests,
    evaluate,
    goto: async (url) => void (await page.goto(url)),
    back: () => page.evaluate(() => void setTimeout(() => history.back())), // in a task of its own: the page may be gone before it answers
    until: until(evaluate),
    click: (css) => page.click(css),
    async type(css, text) {
      await page.click(css);
      await page.keyboard.type(text);
    },
    press: (key) => page.keyboard.press(key),
    async scroll(px) {
      const position = () => page.evaluate(() => scrollY);
      const start = await position();
      await page.mouse.move(WHEEL_AT.x, WHEEL_AT.y);
      await page.mouse.wheel({ deltaY: px });
      await comesToRest(position, start);
    },
    async hide() {
      cover ??= await page.browser().newPage();
      await cover.bringToFront();
    },
    async show() {
      await page.bringToFront();
      await cover?.close();
      cover = undefined;
    },
    offline: (on) => page.setOfflineMode(on),
    close: () => page.close(),
  };
}
