import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

/** What a visitor's browser downloads, gzipped, in bytes. A page pays this once; a budget is raised only for a reason. */
const BUDGETS = {
  'packages/browser/dist/penchant.js': 17_300, // every kind of signal, consent and bounds, in the first request
  // The others only for pages that ask for them.
  'packages/browser/dist/parts/explain.js': 4_000,
  'packages/browser/dist/parts/policy.js': 2_500,
  'packages/browser/dist/parts/platforms.js': 2_600,
  'packages/browser/dist/parts/rights.js': 1_200,
  'packages/browser/dist/parts/structured.js': 3_600,
  'packages/browser/dist/parts/audit.js': 2_400,
  'packages/browser/dist/parts/web-vitals.js': 3_500,
} as const satisfies Record<string, number>;

it.each(Object.entries(BUDGETS))('%s is at most %i bytes', (file, budget) => {
  const path = fileURLToPath(new URL(`../../${file}`, import.meta.url));
  if (!existsSync(path)) expect.fail(`${file} is not built: run "pnpm build" first`);
  expect(gzipSync(readFileSync(path), { level: 9 }).byteLength).toBeLessThanOrEqual(budget);
});
