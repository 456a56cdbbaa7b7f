// @ts-check
import { ENGINES, REMEDY, findEngines } from './find.js';
import { installChromium } from './install.js';

/** @import { Engine, Engines } from './find.js' */

/** What people call each engine. */
const TITLE = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKitGTK' };

/**
 * Decides which engines take part in a test run. Chromium always must; in CI, or with `PENCHANT_ENGINES=all`, every one.
 * @returns {{ engines: Engines, says: string }}
 * @throws when a needed engine is missing; the message is one line that says what to do.
 */
export function callRoster() {
  const found = findEngines();
  const chromium = found.chromium ?? installChromium();
  if (!chromium) throw new Error(`Chromium is needed and could not be installed: ${REMEDY.chromium}.`);
  const engines = { ...found, chromium };

  const missing = ENGINES.filter((engine) => !engines[engine]);
  const all = process.env['CI'] === 'true' || process.env['PENCHANT_ENGINES'] === 'all';
  if (all && missing.length > 0) {
    const remedies = missing.map((engine) => REMEDY[engine]).join('; ');
    throw new Error(`All three engines are needed here (CI or PENCHANT_ENGINES=all): ${remedies}.`);
  }

  const present = ENGINES.filter((engine) => engines[engine]).map((engine) => TITLE[engine]);
  const absent = missing.map((engine) => `${TITLE[engine]} not found: its specs are left out`);
  return { engines, says: [`Engines: ${present.join(', ')}`, ...absent].join(' · ') };
}
