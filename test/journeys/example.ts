import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { fileURLToPath } from 'node:url';
import axe from 'axe-core';
import type { Page } from 'puppeteer-core';
import sirv from 'sirv';
import { launch, newTab } from '../browsers/launch.js';

/** An example as it was built, served to a person in Chromium. */
export interface Example {
  readonly url: string;
  readonly page: Page;
  /** Warnings and errors on the page's console, and what it threw. An example has none. */
  readonly complaints: readonly string[];
  /** Addresses that the page asked for over the network, in order. */
  readonly requests: readonly string[];
  /** A trusted click on a link or a button, by what it says to who cannot see it. */
  press(name: string): Promise<void>;
  /** The texts of the elements that fit, in page order. */
  texts(css: string): Promise<string[]>;
  /** What axe finds wrong with the page, and what does not fit a screen 320 pixels wide, as sentences. */
  barriers(): Promise<string[]>;
  end(): Promise<void>;
}

/** Serves `examples/<name>/dist`. */
export const openExample = (name: string, opened?: Opened): Promise<Example> =>
  openFolder(fileURLToPath(new URL(`../../examples/${name}/dist`, import.meta.url)), opened);

export interface Opened {
  /** Whether its first page, which finds the others itself, is given for every address. */
  readonly single?: boolean;
  /** What is done with the tab before it goes anywhere. */
  readonly before?: (opened: Pick<Example, 'page'>) => Promise<void>;
}

/** Serves a folder. */
export async function openFolder(folder: string, { single = false, before }: Opened = {}): Promise<Example> {
  const server = createServer(sirv(folder, { single, dev: true }));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const visit = await openPage(url, before);
  return {
    ...visit,
    async end() {
      await visit.end();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Opens an address in a Chromium of its own. */
export async function openPage(url: string, before?: Opened['before']): Promise<Example> {
  const browser = await launch('chromium');
  const page = await newTab(browser);
  const complaints: string[] = [];
  const requests: string[] = [];
  let isExamined = false; // axe tries what a page may forbid
  page.on('console', (message) => {
    if (!isExamined && ['warn', 'error'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (problem) => complaints.push(String(problem)));
  page.on('request', (request) => {
    if (!request.url().startsWith('data:')) requests.push(request.url());
  });
  await before?.({ page });
  await page.goto(url);
  return {
    url,
    page,
    complaints,
    requests,
    press: (name) => page.locator(`::-p-aria(${name})`).click(),
    texts: (css) =>
      page.$$eval(css, (elements) => elements.map((element) => element.textContent.trim().replaceAll(/\s+/g, ' '))),
    async barriers() {
      isExamined = true;
      await page.evaluate(axe.source);
      const { violations } = await page.evaluate(() => (globalThis as unknown as { axe: typeof axe }).axe.run());
      isExamined = false;
      return [
        ...violations.map(({ help, nodes }) => `${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`),
        ...(await beyond(page)),
      ];
    },
    end: () => browser.close(),
  };
}

const NARROW = { width: 320, height: 640 };

/** What reaches beyond a narrow screen: to read it one would have to scroll sideways. */
async function beyond(page: Page): Promise<string[]> {
  const before = page.viewport();
  await page.setViewport(NARROW);
  const found = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= innerWidth) return [];
    const reaching = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth,
    );
    return [
      `Reaches beyond ${innerWidth} pixels: ${reaching.map(({ localName, className }) => `${localName}.${className}`).join(', ')}`,
    ];
  });
  await page.setViewport(before);
  return found;
}
