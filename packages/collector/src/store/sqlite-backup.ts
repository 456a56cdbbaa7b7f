import { existsSync } from 'node:fs';
import { copyFile, open, rename, rm } from 'node:fs/promises';
import Database from 'better-sqlite3';
import { checkIntegrity } from './sqlite-open.js';

/**
 * Copies a store as it is at one moment, while others read and write it. The copy has its name only once it is whole.
 * @throws Error when there is no such file, or the copy is not sound.
 */
export async function backupSqlite(file: string, to: string): Promise<void> {
  refuseOver(to);
  const part = `${to}.part`;
  const database = openExisting(file);
  try {
    await database.backup(part);
  } catch (error) {
    await rm(part, { force: true }); // half a copy, of a disk that is full
    throw error;
  } finally {
    database.close();
  }
  await settle(part, to);
}

/**
 * Puts a copy where a store is expected. What is there already stays: moving it away is a person's decision.
 * @throws Error when something is there, or the copy is not sound.
 */
export async function restoreSqlite(from: string, file: string): Promise<void> {
  refuseOver(file);
  refuseOver(`${file}-wal`);
  openExisting(from).close();
  const part = `${file}.part`;
  await copyFile(from, part);
  await settle(part, file);
}

/** Checks a file that was just written, and gives it its name. */
async function settle(part: string, file: string): Promise<void> {
  const database = openExisting(part);
  try {
    checkIntegrity(database);
    database.pragma('journal_mode = DELETE'); // so that the one file is all of it
  } catch (error) {
    await rm(part);
    throw error;
  } finally {
    database.close();
  }
  const handle = await open(part, 'r+');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(part, file);
}

function openExisting(file: string): Database.Database {
  if (!existsSync(file)) throw new Error(`[penchant] there is no file ${file}.`);
  return new Database(file);
}

function refuseOver(file: string): void {
  if (existsSync(file)) throw new Error(`[penchant] ${file} is there already: move it away, or name another file.`);
}
