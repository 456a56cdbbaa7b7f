// @ts-check
import { dirname, join } from 'node:path';
import { onPath, thisMachine } from '../browsers/machine.js';

/** @import { Machine } from '../browsers/machine.js' */

/** @typedef {'postgres' | 'clickhouse'} Database */

/**
 * The folder of each database server's programs; one that is not here was not found.
 * @typedef {Partial<Record<Database, string>>} Databases
 */

/** What people call each server, and how to get it. */
export const DATABASES = /** @type {const} */ ({
  postgres: { title: 'PostgreSQL', remedy: 'install PostgreSQL 15 or newer (Debian: postgresql)' },
  clickhouse: {
    title: 'ClickHouse',
    remedy: 'install ClickHouse and ZooKeeper (Debian: clickhouse-server zookeeper)',
  },
});

/** What Java needs to run ZooKeeper, where Debian puts it. */
export const ZOOKEEPER_CLASSES = [
  '/etc/zookeeper/conf',
  ...['zookeeper', 'snappy-java', 'metrics-core'].map((name) => `/usr/share/java/${name}.jar`),
];

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
  const [clickhouse] = onPath(machine, ['clickhouse-server']).map(dirname);
  return { ...(postgres && { postgres }), ...(clickhouse && hasZooKeeper(machine) && { clickhouse }) };
}

/**
 * Replicas agree through ZooKeeper: without it there is no cluster to test.
 * @param {Machine} machine
 */
function hasZooKeeper(machine) {
  const classes = new Set(machine.list('/usr/share/java'));
  return onPath(machine, ['java']).length > 0 && classes.has('zookeeper.jar');
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
