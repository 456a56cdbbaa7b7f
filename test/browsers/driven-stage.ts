import type { Browser, Frame, KeyInput, Page } from 'puppeteer-core';
import { launch, newTab, type Driven } from './launch.js';
import { comesToRest } from './rest.js';
import { SPEC_FRAME, WHEEL_AT, type Stage } from './stage.js';

/** Specs on stage in Chromium or Firefox. */
export async function drivenStage(engine: Driven): Promise<Stage> {
  const browser = await launch(engine);
  try {
    return await stageIn(browser, engine);
  } catch (problem) {
    await browser.close();
    throw problem;
  }
}

async function stageIn(browser: Browser, engine: Driven): Promise<Stage> {
  const page = await newTab(browser);
  let cover: Page | undefined;

  return {
    open: async (url) => void (await page.goto(url)),
    click: async (css) => (await specFrame(page)).click(css),
    async scroll(px) {
      const frame = await specFrame(page);
      const position = () => frame.evaluate(() => scrollY);
      const start = await position();
      await page.mouse.move(WHEEL_AT.x, WHEEL_AT.y);
      await page.mouse.wheel({ deltaY: px });
      await comesToRest(position, start);
    },
    async press(key) {
      await (await specFrame(page)).evaluate(() => window.focus());
      await page.keyboard.press(key as KeyInput);
    },
    async hide() {
      cover ??= await browser.newPage();
      await cover.bringToFront();
    },
    async show() {
      if (!cover) return;
      await page.bringToFront();
      await cover.close();
      cover = undefined;
    },
    offline: await networkSwitch(engine, page),
    end: () => browser.close(),
  };
}

async function specFrame(page: Page): Promise<Frame> {
  const frame = await (await page.$(SPEC_FRAME))?.contentFrame();
  if (!frame) throw new Error('[penchant] No spec is running in this page.');
  return frame;
}

/** Any address of a page's own requests. Vitest reaches its frame over `ws:`, which must stay up to end the outage. */
const REQUESTS = 'http{s}?://*:*/*';

/** How a page is taken off the network, and put back on. */
async function networkSwitch(engine: Driven, page: Page): Promise<(off: boolean) => Promise<void>> {
  if (engine === 'firefox') return (off) => page.setOfflineMode(off);
  const cdp = await page.createCDPSession(); // one for all: the outage lasts as long as the session that asked for it
  await cdp.send('Network.enable');
  const unlimited = { latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
  return async (off) => {
    const rule = { urlPattern: REQUESTS, offline: true, ...unlimited }; // newer Chromiums read `offline` here, older ones beside it
    await cdp.send('Network.emulateNetworkConditionsByRule', {
      offline: off,
      matchedNetworkConditions: off ? [rule] : [],
    });
    await cdp.send('Network.overrideNetworkState', { offline: off, ...unlimited }); // what navigator.onLine says
  };
}
