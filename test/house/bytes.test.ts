import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What a visitor's browser downloads, gzipped, in bytes. A page pays this once; a budget is raised only for a reason. */
const BUDGETS = {
  'penchant.js': 16_400, // capture, consent, learning and ranking. A first round trip carries about 14,000: it is not there yet
  // The others when they are needed: what sends and keeps up the journal soon after the start, the rest where a page asks.
  'parts/contribute.js': 1_980,
  'parts/explain.js': 4_000,
  'parts/fresh.js': 600,
  'parts/media.js': 4_200, // a quarter of it core's account of what was played; a third, two players' protocols
  'parts/memory.js': 690,
  'parts/platforms.js': 780,
  'parts/policy.js': 2_300,
  'parts/rights.js': 1_240,
  'parts/upkeep.js': 1_320,
  'parts/web-vitals.js': 3_200,
} as const satisfies Record<string, number>;

const ALL_PARTS = 20_000;

const DIST = fileURLToPath(new URL('../../packages/browser/dist', import.meta.url));
const weigh = (file: string): number => {
  if (!existsSync(`${DIST}/${file}`)) expect.fail(`${file} is not built: run "pnpm build" first`);
  return gzipSync(readFileSync(`${DIST}/${file}`), { level: 9 }).byteLength;
};

it.each(Object.entries(BUDGETS))('%s is at most %i bytes', (file, budget) => {
  expect(weigh(file)).toBeLessThanOrEqual(budget);
});

it(`every part has a budget, and all of them together are at most ${ALL_PARTS} bytes`, () => {
  const parts = readdirSync(`${DIST}/parts`).flatMap((file) => (file.endsWith('.js') ? [`parts/${file}`] : []));
  expect(Object.keys(BUDGETS).filter((file) => file !== 'penchant.js')).toEqual(parts.sort());
  expect(parts.map(weigh).reduce((sum, bytes) => sum + bytes, 0)).toBeLessThanOrEqual(ALL_PARTS);
});
