import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { checkIntegrity } from './sqlite-open.js';
import { migrate } from './sqlite-tables.js';

/** Versions of tables: those that a file has, and those that this collector writes. */
export interface TableVersions {
  readonly has: number;
  readonly writes: number;
}

const versionIn = (database: Database.Database): number => Number(database.pragma('user_version', { simple: true }));

/**
 * Changes nothing.
 * @throws Error when there is no such file, or it is no database.
 */
export function tableVersions(file: string): TableVersions {
  const database = openExisting(file);
  const newest = new Database(':memory:');
  try {
    migrate(newest);
    return { has: versionIn(database), writes: versionIn(newest) };
  } finally {
    newest.close();
    database.close();
  }
}

/**
 * Brings a copy of the file to this version's tables, checks it, and deletes it. The file is read meanwhile, never written.
 * @returns how long the upgrade took, in milliseconds, without the copying.
 * @throws Error saying why the upgrade would fail.
 */
export async function tryUpgrade(file: string): Promise<number> {
  const copy = `${file}.dry-run`;
  if (existsSync(copy))
    throw new Error(`[penchant] ${copy} is there already: delete it, if nobody else tries the same.`);
  const database = openExisting(file);
  try {
    await database.backup(copy);
    const upgraded = new Database(copy);
    try {
      const start = performance.now();
      migrate(upgraded);
      const tookMs = performance.now() - start;
      checkIntegrity(upgraded);
      return tookMs;
    } finally {
      upgraded.close();
    }
  } finally {
    database.close();
    for (const suffix of ['', '-wal', '-shm', '-journal']) await rm(`${copy}${suffix}`, { force: true });
  }
}

/** Opens a file that is there, to read it: a name that was mistyped must not become a new store. */
function openExisting(file: string): Database.Database {
  if (!existsSync(file)) throw new Error(`[penchant] there is no file ${file}.`);
  return new Database(file, { readonly: true });
}
