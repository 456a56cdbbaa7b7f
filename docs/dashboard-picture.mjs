// @ts-check
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { createCollector, hashToken, sqliteStore } from '@penchant/collector';
import puppeteer from 'puppeteer-core';
import { findEngines } from '../test/browsers/find.js';

// Takes the picture of the dashboard that the docs show: `node docs/dashboard-picture.mjs` after a build.
// Other states and sizes, to look at: --out file.png --width 390 --scheme dark --weeks 1 --shop --empty --door

const { values: asked } = parseArgs({
  options: {
    out: { type: 'string', default: fileURLToPath(new URL('pictures/dashboard.png', import.meta.url)) },
    width: { type: 'string', default: '1280' },
    scheme: { type: 'string', default: 'light' },
    weeks: { type: 'string', default: '6' },
    shop: { type: 'boolean', default: false },
    empty: { type: 'boolean', default: false },
    door: { type: 'boolean', default: false },
  },
});

const TOKEN = 'a token for the picture';
const ORIGIN = 'https://daily.example';
const WEEK_MS = 7 * 86_400_000;
const LISTS = { home: 12, 'for-you': 8, next: 4 };
const TOPICS = ['cycling', 'climate', 'film', 'football', 'food', 'business', 'travel', 'science'];
const KINDS = ['interview', 'analysis', 'live', 'review', 'guide', 'letter', 'portrait', 'data'];
const ITEMS = TOPICS.flatMap((topic) => KINDS.map((kind) => `${topic}-${kind}`));

const random = seeded(7);
const appeal = new Map(ITEMS.map((item) => [item, 0.04 + 0.22 * random() ** 3]));
const PRESENT = Date.UTC(2026, 10, 24, 14, 0);
const MODEL_AGE_MS = 40_000;
let now = PRESENT - MODEL_AGE_MS;
let sent = 0;

const folder = mkdtempSync(join(tmpdir(), 'penchant-picture-'));
const store = sqliteStore(join(folder, 'penchant.db'));
const collector = createCollector({
  store,
  storeAddress: `sqlite:${join(folder, 'penchant.db')}`,
  sites: { daily: [ORIGIN], weekly: ['https://weekly.example'] },
  adminTokenHash: hashToken(TOKEN),
  clock: () => now,
});
if (!asked.empty) await fill();
const url = await collector.listen({ port: 0 });
if (!asked.empty) await readUntil(PRESENT);
now = PRESENT;

const browser = await puppeteer.launch({
  executablePath: findEngines().chromium ?? '',
  args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
});
try {
  const page = await browser.newPage();
  await page.setViewport({ width: Number(asked.width), height: 800 });
  await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: asked.scheme }]);
  await page.goto(url);
  if (!asked.door) {
    await page.type('#token', TOKEN);
    await page.click('[type=submit]');
    await page.waitForSelector('.verdict');
  }
  mkdirSync(dirname(asked.out), { recursive: true });
  await page.screenshot({ path: asked.out, fullPage: true });
} finally {
  await browser.close();
  await collector.close();
  rmSync(folder, { recursive: true });
}

/** Some weeks of a paper's readers, and the last ten minutes until the model was made. */
async function fill() {
  for (let ago = Number(asked.weeks) - 1; ago >= 0; ago--) {
    now = PRESENT - Math.max(ago * WEEK_MS, 660_000);
    await Promise.all(Array.from({ length: 900 + Math.round(500 * random()) - ago * 90 }, read));
  }
  now = PRESENT - 600_000;
  await readUntil(PRESENT - MODEL_AGE_MS);
}

/** @param {number} end */
async function readUntil(end) {
  for (; now < end; now += 5_000) {
    for (let n = Math.floor(6 * random() * (1.2 + Math.sin(now / 90_000))); n > 0; n--) await read();
    if (random() < 0.02) await post({ version: 1, site: 'daily' });
    if (random() < 0.02) await post(visit(-104 * WEEK_MS)); // its clock is behind
  }
}

async function read() {
  const contribution = visit(0);
  await post(contribution);
  if (random() < 0.03) await post(contribution); // its answer was lost
  if (random() < 0.2) await post(reaction());
  if (random() < 0.6) await post(stay());
  if (random() < 0.25) await post(company());
  if (asked.shop && random() < 0.1) await post(purchase());
  if (sent % 40 === 0) await post({ ...head(0), family: 'losses', cells: [{ reason: 'clipped', signals: 3 }] });
}

/** @param {number} aheadMs how far the device's clock is ahead */
function visit(aheadMs) {
  const names = Object.keys(LISTS);
  const list = names[Math.floor(random() ** 1.6 * names.length)] ?? 'home';
  const depth = LISTS[/** @type {keyof typeof LISTS} */ (list)];
  const cells = [...ITEMS]
    .map((item) => ({ item, place: random() + (appeal.get(item) ?? 0) * (list === 'for-you' ? 1 : 0) }))
    .sort((a, b) => b.place - a.place)
    .slice(0, depth)
    .map(({ item }, i) => {
      const isSeen = random() < 1 / (1 + i / 6);
      const isOpened = isSeen && random() < (appeal.get(item) ?? 0) / (1 + i / (list === 'next' ? 1 : 4));
      return { item, position: i + 1, bucket: 0, impressions: isSeen ? 1 : 0, clicks: isOpened ? 1 : 0 };
    });
  return { ...head(aheadMs), family: 'list', list, cells };
}

/** What was played and read: longer recordings are left earlier, and phones are put away sooner. */
function stay() {
  if (random() < 0.4) {
    const duration = 2 + 5 * Math.floor(3 * random()); // clips, episodes and films
    const coverage = Math.min(19, Math.floor(20 * random() ** (0.5 + duration / 12)));
    return { ...head(0), family: 'watch', cells: [{ duration, coverage, plays: 1 }] };
  }
  const [place, device] = [random() < 0.5 ? 'page' : 'list', random() < 0.6 ? 'phone' : 'desktop'];
  const typical = (place === 'page' ? 10 : 3) + (device === 'phone' ? 0 : 2);
  const time = Math.max(0, Math.min(19, Math.round(typical + 3 * (random() + random() + random() - 1.5))));
  return { ...head(0), family: 'dwell', cells: [{ place, device, time, dwells: 1 }] };
}

/** Two items of one topic that a device likes. */
function company() {
  const topic = TOPICS[Math.floor(random() * TOPICS.length)] ?? '';
  const kinds = KINDS.slice(1, 4)
    .map((kind) => ({ kind, at: random() }))
    .sort((a, b) => a.at - b.at);
  const [item = '', other = ''] = kinds
    .map(({ kind }) => `${topic}-${kind}`)
    .slice(0, 2)
    .sort();
  const cells = [item, other].map((each) => ({ item: each, other: each, devices: 1 }));
  return { ...head(0), family: 'pairs', cells: [...cells, { item, other, devices: 1 }] };
}

/** What was bought; little of it comes back. */
function purchase() {
  const item = ITEMS[Math.floor(random() * ITEMS.length)] ?? '';
  const [purchases, returns] = random() < 0.9 ? [1, 0] : [0, 1];
  return { ...head(0), family: 'purchases', cells: [{ item, purchases, returns }] };
}

function reaction() {
  const item = ITEMS[Math.floor(random() * ITEMS.length)] ?? '';
  const isLike = random() < 0.3 + 3 * (appeal.get(item) ?? 0);
  return { ...head(0), family: 'reactions', cells: [{ item, likes: isLike ? 1 : 0, dislikes: isLike ? 0 : 1 }] };
}

/** @param {number} aheadMs */
function head(aheadMs) {
  const epoch = Math.floor((now + aheadMs) / WEEK_MS);
  return { version: 1, id: (++sent).toString(16).padStart(32, '0'), site: 'daily', epoch };
}

/** @param {object} body */
function post(body) {
  const headers = { origin: ORIGIN, 'content-type': 'text/plain' };
  return collector.inject({ method: 'POST', url: '/v1/contributions', headers, payload: JSON.stringify(body) });
}

/**
 * Mulberry32: the same picture each time.
 * @param {number} seed
 */
function seeded(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
