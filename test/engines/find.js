// @ts-check
import { dirname, join } from 'node:path';
import { onPath, thisMachine } from '../browsers/machine.js';

/** @import { Machine } from '../browsers/machine.js' */

/** @typedef {'postgres'} Database */

/**
 * The folder of each database server's programs; one that is not here was not found.
 * @typedef {Partial<Record<Database, string>>} Databases
 */

/** What people call each server, and how to get it. */
export const DATABASES = /** @type {const} */ ({
  postgres: { title: 'PostgreSQL', remedy: 'install PostgreSQL 15 or newer (Debian: postgresql)' },
});

/** What a folder must hold for its server to run with a standby. */
const POSTGRES_PROGRAMS = ['initdb', 'postgres', 'pg_basebackup'];

/**
 * The database servers this machine has. Looks only: nothing is installed or started here.
 * @param {Machine} [machine]
 * @returns {Databases}
 */
export function findDatabases(machine = thisMachine) {
  const postgres = postgresFolders(machine).find((folder) =>
    POSTGRES_PROGRAMS.every((name) => machine.isProgram(join(folder, name))),
  );
  return { ...(postgres && { postgres }) };
}

/**
 * Distributions keep the server's programs out of PATH, in a folder of each version: the newest first.
 * @param {Machine} machine
 */
function postgresFolders(machine) {
  const versions = (/** @type {string} */ folder, /** @type {RegExp} */ name) =>
    machine
      .list(folder)
      .filter((entry) => name.test(entry))
      .sort((a, b) => Number.parseInt(b.replace(/\D+/, '')) - Number.parseInt(a.replace(/\D+/, '')))
      .map((entry) => join(folder, entry, 'bin'));
  return [
    ...onPath(machine, ['postgres']).map(dirname),
    ...versions('/usr/lib/postgresql', /^\d+$/),
    ...['/opt/homebrew/opt', '/usr/local/opt'].flatMap((folder) => versions(folder, /^postgresql@\d+$/)),
    ...versions('/usr', /^pgsql-\d+$/),
  ];
}
