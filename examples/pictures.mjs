// Takes the pictures of examples/README.md: each example as it was built, after somebody used it for a moment.
// `pnpm pictures:examples`, after `pnpm build`; those that a server renders are taken while they are started. With a folder
// as argument it also takes each there on a desktop and on two phones, in the light and in the dark: look at them before
// you change how an example looks.
import { createServer } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { findEngines, REMEDY } from '../test/browsers/find.js';
import { PORTS } from './ports.js';

const DESKTOP = { width: 1280, height: 900 };
const PHONE = { width: 390, height: 844 };
const NARROW = { width: 320, height: 640 };
const { chromium } = findEngines();
if (!chromium) throw new Error(`[penchant] Chromium takes the pictures: ${REMEDY.chromium}.`);

/** What somebody does in each before the picture is taken. */
const USED = {
  async shop(page) {
    for (const name of ['Reading lamp No. 4', 'Lantern pendant', 'Desk lamp No. 2']) {
      await page.locator(`[data-penchant-list="everything"] ::-p-aria(${name})`).click();
      await page.waitForSelector('.product');
      await page.locator('::-p-aria(Hearth & Hide)').click();
    }
    await page.locator('.shelf summary').click();
    await page.waitForSelector('.why li');
  },
  async video(page) {
    await page.locator('a[href="?v=night-train-north"]').click();
    await page.waitForSelector('video[src*="night-train-north"]');
    await page.$eval('video', async (video) => {
      video.playbackRate = 4;
      await video.play();
      await new Promise((resolve) => video.addEventListener('timeupdate', () => video.currentTime > 17 && resolve()));
      video.pause();
    });
    await page.locator('a[href="?v=the-tide-at-ten"]').click();
    await page.$eval('video', (video) => void (video.currentTime = 6));
    await new Promise((resolve) => setTimeout(resolve, 1_000)); // until it shows that moment
  },
  async podcast(page) {
    await page.waitForSelector('[data-penchant-ranked]');
    await page.$eval('[data-penchant-item="sleeper-to-inverness"] audio', async (audio) => {
      audio.playbackRate = 4;
      await audio.play();
      await new Promise((resolve) => audio.addEventListener('ended', resolve));
    });
    await page.reload();
    await page.waitForSelector('[data-penchant-ranked]');
    await page.waitForFunction(() => document.querySelector('[data-because]').textContent.startsWith('Because'));
  },
  async local(page) {
    await page.waitForSelector('[data-penchant-ranked]');
    for (const name of [
      'Cook again: Miso noodles',
      'Cook again: Dan dan noodles',
      'Not for us: Fish finger tacos',
      'Sort for me',
    ])
      await page.locator(`::-p-aria(${name})`).click();
  },
  next: (page) => openTwo(page, 'topic:trails'),
  nuxt: (page) => openTwo(page, 'topic:folk'),
};

/** Looks at two items of a topic, and comes again. */
async function openTwo(page, topic) {
  const address = page.url();
  for (const nth of [0, 1]) {
    await page.waitForSelector('[data-penchant-ranked]');
    const links = await page.$$(`[data-penchant-list] > [data-penchant-features~="${topic}"] a`);
    await links[nth].click();
    await page.waitForSelector('article[data-penchant-item]');
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await page.goto(address);
  }
  await page.waitForSelector('[data-penchant-ranked]');
}

const everything = process.argv[2];
const only = process.argv[3];
const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-first-run', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  for (const [name, use] of Object.entries(USED)) if (!only || only === name) await visit(name, use);
} finally {
  await browser.close();
}

/** Serves an example as it was built, or finds it where it was started. */
async function visit(name, use) {
  if (name in PORTS) {
    const url = `http://localhost:${PORTS[name]}`;
    const isStarted = await fetch(url).catch(() => undefined);
    return isStarted ? take(name, url, use) : console.log(`${name} is not started: pnpm start:${name}`);
  }
  const site = createServer(sirv(fileURLToPath(new URL(`${name}/dist`, import.meta.url)), { single: true, dev: true }));
  const url = await new Promise((resolve) => {
    site.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${site.address().port}`));
  });
  await take(name, url, use);
  site.close();
  site.closeAllConnections();
}

async function take(name, url, use) {
  const page = await browser.newPage();
  await page.setViewport(DESKTOP);
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.goto(url, { waitUntil: 'load' });
  await use(page);
  await page.evaluate(() => scrollTo(0, 0));
  await page.mouse.move(0, 0);
  await page.screenshot({
    path: fileURLToPath(new URL(`pictures/${name}.webp`, import.meta.url)),
    type: 'webp',
    quality: 80,
  });
  for (const [device, viewport] of everything ? Object.entries({ DESKTOP, PHONE, NARROW }) : [])
    for (const scheme of ['light', 'dark']) {
      await page.setViewport(viewport);
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
      await page.screenshot({
        path: join(everything, `${name}-${device.toLowerCase()}-${scheme}.png`),
        fullPage: true,
      });
    }
  await page.close();
}
