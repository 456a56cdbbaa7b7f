import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What a visitor's browser downloads, gzipped, in bytes. A page pays this once; a budget is raised only for a reason. */
const BUDGETS = {
  'penchant.js': 13_950, // 100 of it takes rows from what the browser tells unasked, a fifth of a burst’s time, and leaves out what is not displayed; 60 of it counts a burst of clicks in a tenth less of the page's time; 40 of it sees that a list is laid out another way; 30 of it reads what looks at items need from the item itself, not from all of the page; 130 of it learns once somebody asks, 140 writes and remembers a burst of signals at a tenth less of the page's time, and hears clicks in any form; capture, consent and the journal, and the door to the rest: what a first round trip carries (about 14,000 bytes)
  'parts/scoring.js': 6_360, // asked for in the same moment: what learns and ranks
  // The others when they are needed: what sends and keeps up the journal soon after the start, the rest where a page asks.
  'parts/audit.js': 2_450,
  'parts/contribute.js': 3_400, // two thirds of it core's counting: lists, reactions, purchases (35), how long, what together (110 for an allowance of its own), and what was lost; 90 of it the beacon, where nothing else leaves
  'parts/explain.js': 1_900, // with what scores, which it imports
  'parts/fresh.js': 1_150, // half of it places what was played and read among what others did, 80 reads models that come in parts
  'parts/media.js': 4_200, // a quarter of it core's account of what was played; a third, two players' protocols
  'parts/memory.js': 1_380, // a quarter of it says where every signal is, a quarter bounds them: a page that keeps nothing may stay open for days
  'parts/platforms.js': 780,
  'parts/policy.js': 2_320,
  'parts/rights.js': 1_830, // a third of it says in words what is sent; 120 of it exports also where nothing scores yet
  'parts/upkeep.js': 3_000, // 110 of it reads nothing twice; 160 of it lets others at the journal while this page is in WebKit’s back/forward cache; 40 of it acknowledges several at once; a quarter of it bounds what signals weigh, and says where every one is, in bursts; a quarter takes in, once, what pages left
  'parts/structured.js': 3_600, // three formats that the web describes itself in
  'parts/web-vitals.js': 3_200,
} as const satisfies Record<string, number>;

/** What capture loads for pages that have something of the kind. */
const CAPTURE_PARTS = ['audit', 'media', 'structured', 'web-vitals'].map((name) => `parts/${name}.js` as const);
const MOST_OF_CAPTURE = 20_000;
/** And with what any page may load: no page needs all of it. */
const MOST = 35_080; // 6,360 of it scores, and explains in 2,600 less; 170 of it counts purchases, says so in words, and hears of players that failed before they were followed; 2,700 so that how long things are watched and read, what is liked together and what is lost is counted; 300 bound what waits in memory; 150 give pairs their own allowance, and acknowledge several contributions at once

/** What visitors see of Penchant, for the pages that show it; more than a third of it is lit, 240 say in words why something does not count. */
const MOST_OF_ELEMENTS = 18_950;

const DIST = fileURLToPath(new URL('../../packages/browser/dist', import.meta.url));
const ELEMENTS = fileURLToPath(new URL('../../packages/elements/dist', import.meta.url));
const weigh = (file: string, dist = DIST): number => {
  if (!existsSync(`${dist}/${file}`)) expect.fail(`${file} is not built: run "pnpm build" first`);
  return gzipSync(readFileSync(`${dist}/${file}`), { level: 9 }).byteLength;
};

it.each(Object.entries(BUDGETS))('%s is at most %i bytes', (file, budget) => {
  expect(weigh(file)).toBeLessThanOrEqual(budget);
});

it(`what capture loads when a page has media, structured data or an audit is at most ${MOST_OF_CAPTURE} bytes, all parts ${MOST}`, () => {
  const parts = readdirSync(`${DIST}/parts`).flatMap((file) => (file.endsWith('.js') ? [`parts/${file}`] : []));
  expect(Object.keys(BUDGETS).sort()).toEqual(['penchant.js', ...parts].sort());
  const sum = (files: readonly string[]): number =>
    files.map((file) => weigh(file)).reduce((bytes, more) => bytes + more, 0);
  expect(sum(CAPTURE_PARTS)).toBeLessThanOrEqual(MOST_OF_CAPTURE);
  expect(sum(parts)).toBeLessThanOrEqual(MOST);
});

it(`penchant-elements.js is at most ${MOST_OF_ELEMENTS} bytes`, () => {
  expect(weigh('penchant-elements.js', ELEMENTS)).toBeLessThanOrEqual(MOST_OF_ELEMENTS);
});
