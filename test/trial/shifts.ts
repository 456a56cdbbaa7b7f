import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Example } from '../journeys/example.js';

declare global {
  interface Window {
    /** The page's cumulative layout shift, as web-vitals says. */
    shifts: number;
  }
}

/** Has web-vitals measure the layout shift of every page that is opened from now on. */
export async function measureShifts({ page }: Pick<Example, 'page'>): Promise<void> {
  const library = createRequire(fileURLToPath(import.meta.resolve('@penchant/browser'))).resolve('web-vitals');
  const vitals = await readFile(join(dirname(library), 'web-vitals.iife.js'), 'utf8');
  await page.evaluateOnNewDocument(
    `${vitals}; window.shifts = 0; webVitals.onCLS(({ value }) => (window.shifts = value), { reportAllChanges: true });`,
  );
}
