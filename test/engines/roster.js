// @ts-check
import { DATABASES, findDatabases } from './find.js';

/** @import { Database } from './find.js' */

const NAMES = /** @type {Database[]} */ (Object.keys(DATABASES));

/**
 * Decides which database servers take part in a test run: those that are there. In CI, or with `PENCHANT_ENGINES=all`,
 * every one must be.
 * @returns {string} Which do and which do not, for a person.
 * @throws when a needed server is missing; the message is one line that says what to do.
 */
export function callDatabases() {
  const found = findDatabases();
  const missing = NAMES.filter((name) => !found[name]);
  const all = process.env['CI'] === 'true' || process.env['PENCHANT_ENGINES'] === 'all';
  if (all && missing.length > 0) {
    const remedies = missing.map((name) => DATABASES[name].remedy).join('; ');
    throw new Error(`Every database server is needed here (CI or PENCHANT_ENGINES=all): ${remedies}.`);
  }
  const present = ['SQLite', ...NAMES.filter((name) => found[name]).map((name) => DATABASES[name].title)];
  const absent = missing.map((name) => `${DATABASES[name].title} not found: its tests are left out`);
  return [`Databases: ${present.join(', ')}`, ...absent].join(' · ');
}
