// Takes the pictures of the documentation: the demo paper and a collector on free ports, and a reader in Chromium who
// opens three stories about cycling. Run it with `pnpm pictures` after `pnpm build`, when what they show has changed.
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { createCollector, sqliteStore } from '@penchant/collector';
import { buildSite } from '@penchant/example-publisher';
import puppeteer from 'puppeteer-core';
import sirv from 'sirv';
import { findEngines, REMEDY } from '../test/browsers/find.js';

const TOPIC = 'cycling';
const STORIES = 3;
const READING_MS = 18_000; //                           who leaves at once did not like it
const PAPER = { width: 900, height: 1000 }; //              the narrowest paper with three stories in a row
const DESK = { width: 1200, height: 820 };
const TOGETHER = { width: 1240, height: 900, deviceScaleFactor: 1.5 };

const pictures = fileURLToPath(new URL('pictures/', import.meta.url));
const FOR_YOU = '.for-you [data-penchant-ranked]';

const { chromium } = findEngines();
if (!chromium) throw new Error(`[penchant] Chromium takes the pictures: ${REMEDY.chromium}.`);

const home = await mkdtemp(join(tmpdir(), 'penchant-pictures-'));
const pages = join(home, 'pages');
const site = createServer();
const paper = await new Promise((resolve) => {
  site.listen(0, '127.0.0.1', () => resolve(`http://127.0.0.1:${site.address().port}`));
});
const collector = createCollector({
  store: sqliteStore(join(home, 'penchant.db')),
  sites: { daily: [paper] },
  script: fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')),
});
await buildSite({ out: pages, collector: await collector.listen({ port: 0 }), origin: paper });
await copyFile(join(pictures, 'order-changes.html'), join(pages, 'order-changes.html'));
site.on('request', sirv(pages, { dev: true })); // dev: pictures come while it serves

const browser = await puppeteer.launch({
  executablePath: chromium,
  args: ['--no-first-run', '--disable-background-networking', ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
});
try {
  const page = await browser.newPage();
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: 'light' }]);
  await page.setViewport(PAPER);

  await page.goto(paper);
  await picture(page, 'front-page-before.png');
  for (let nth = 0; nth < STORIES; nth++) await read(page, nth);
  await comeAgain(page);
  await picture(page, 'front-page-after.png');
  const explained = await explainFirst(page);
  await inDrawer(page);
  await inInspector(page);

  await page.setViewport(TOGETHER);
  await page.goto(`${paper}/order-changes.html`, { waitUntil: 'load' });
  await page.evaluate((why) => globalThis.show(why), explained);
  await (await page.$('body')).screenshot({ path: join(pictures, 'order-changes.webp'), type: 'webp', quality: 82 });
} finally {
  await browser.close();
  site.close();
  await collector.close();
  await rm(home, { recursive: true, force: true });
}

/** The list made for the reader, once it is in the reader's order and its pictures are there. Also for the page that shows both. */
async function picture(page, name) {
  await page.waitForSelector(FOR_YOU);
  await page.mouse.move(0, 0); // no story looks pointed at
  await page.$eval('penchant-inspector', (inspector) => inspector.setAttribute('hidden', ''));
  await page.$eval('.for-you', async (section) => {
    section.scrollIntoView({ behavior: 'instant' });
    await Promise.all([...section.querySelectorAll('li:not([hidden]) img')].map((image) => image.decode()));
  });
  await (await page.$('.for-you')).screenshot({ path: join(pictures, name) });
  await copyFile(join(pictures, name), join(pages, name));
}

/** What the paper thinks of its reader, in the drawer: a word of the reader's own, and the page that follows it. */
async function inDrawer(page) {
  await page.setViewport(DESK);
  await page.evaluate(() => {
    globalThis.penchant('setInterest', 'topic:film', 0.7);
    document.querySelector('.for-you').scrollIntoView({ behavior: 'instant' });
    document.querySelector('[popovertarget="your-interests"]').click();
  });
  await page.waitForSelector('penchant-interests >>> .slider', { visible: true });
  await sleep(500);
  await page.screenshot({ path: join(pictures, 'interests.png') });
  await page.keyboard.press('Escape');
}

/** What counts on the page as it happens, and why the first story has its score. */
async function inInspector(page) {
  await page.$eval('penchant-inspector', (inspector) => inspector.removeAttribute('hidden'));
  await page.click('penchant-inspector >>> .toggle');
  await page.waitForSelector('penchant-inspector >>> .panel', { visible: true });
  await page.$eval('.latest', (section) => section.scrollIntoView({ behavior: 'instant' }));
  await sleep(2_000); // what is in view is seen
  await page.evaluate((topic) => {
    const story = document.querySelector(`[data-penchant-list="home"] [data-penchant-features~="topic:${topic}"]`);
    globalThis.penchant('like', story.dataset.penchantItem);
    globalThis.penchant('rate', story.dataset.penchantItem, 9); // there is no such rating
  }, TOPIC);
  await page.waitForSelector('penchant-inspector >>> .missed', { visible: true });
  await (await page.$('penchant-inspector')).screenshot({ path: join(pictures, 'inspector-live.png') });
  await page.click('penchant-inspector >>> .missed button');
  await page.waitForSelector('penchant-inspector >>> .ledger', { visible: true });
  await (await page.$('penchant-inspector')).screenshot({ path: join(pictures, 'inspector-item.png') });
  await page.click('penchant-inspector >>> .close');
}

/** Opens the nth story of the topic from the latest news, and comes back. */
async function read(page, nth) {
  const link = (await page.$$(`[data-penchant-list="home"] [data-penchant-features~="topic:${TOPIC}"] a`))[nth];
  await link.scrollIntoView();
  await Promise.all([page.waitForNavigation(), link.click()]);
  await page.waitForFunction(() => globalThis.penchant?.tracker);
  for (let scrolled = 0; scrolled < 3; scrolled++) {
    await sleep(READING_MS / 3);
    await page.mouse.wheel({ deltaY: 400 });
  }
  await page.goBack();
  await page.waitForSelector(FOR_YOU);
}

/** Comes again until the first story is the reader's: where a busy machine showed the editors' first, that keeps its place. */
async function comeAgain(page) {
  for (let visits = 0; visits < 10; visits++) {
    await page.goto(paper);
    await page.waitForSelector(FOR_YOU);
    if (await page.$(`${FOR_YOU} > [data-penchant-features~="topic:${TOPIC}"]:first-child`)) return;
  }
  throw new Error(`[penchant] No story about ${TOPIC} came first.`);
}

/** What the tracker says of the story it put first, with the headlines of those it speaks of. */
function explainFirst(page) {
  return page.evaluate(async () => {
    const stories = [...document.querySelectorAll('[data-for-you] [data-penchant-item]')];
    const headlines = Object.fromEntries(
      stories.map((story) => [story.dataset.penchantItem, story.querySelector('.card-link').textContent]),
    );
    const first = stories[0].dataset.penchantItem;
    return { ...(await globalThis.penchant('explain', first)), headline: headlines[first], headlines };
  });
}
