import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import Database from 'better-sqlite3';

/** Below this, the log beside the file may not have the room it needs. */
const LEAST_FREE_BYTES = 134_217_728;

const MIB = 1_048_576;

/**
 * Looks at a SQLite file as nobody does while it is served: all of it. Only reads.
 * @returns what is well, a line for each.
 * @throws Error saying what is not, and how to mend it.
 */
export function checkUp(file: string): string[] {
  const database = new Database(file, { readonly: true });
  try {
    return [wholeness(database), agreement(database), room(file)];
  } finally {
    database.close();
  }
}

function wholeness(database: Database.Database): string {
  const verdict = String(database.pragma('integrity_check(1)', { simple: true }));
  if (verdict === 'ok') return 'every page and every index is sound';
  throw new Error(
    `[penchant] the SQLite file ${database.name} is damaged: ${verdict.replaceAll('\n', ' ')}. Restore a backup: penchant-collector restore.`,
  );
}

/** Each contribution is counted once in its epoch, and its id is kept beside: in one transaction, so they agree. */
function agreement(database: Database.Database): string {
  const astray = database
    .prepare<[], { site: string; epoch: number; counted: number; ids: number }>(
      `SELECT site, epoch, contributions AS counted,
              (SELECT count(*) FROM seen WHERE seen.site = epochs.site AND seen.epoch = epochs.epoch) AS ids
       FROM epochs WHERE counted <> ids LIMIT 1`,
    )
    .get();
  if (!astray) return 'every contribution that was counted is known by its id';
  const { site, epoch, counted, ids } = astray;
  throw new Error(
    `[penchant] week ${epoch} of ${site} counts ${counted} contributions and knows ${ids} ids: a deletion of old weeks was interrupted, which the next one mends, or others wrote to ${database.name}.`,
  );
}

function room(file: string): string {
  const { bavail, bsize } = statfsSync(dirname(file));
  const free = bavail * bsize;
  if (free < LEAST_FREE_BYTES)
    throw new Error(
      `[penchant] only ${Math.floor(free / MIB)} MiB are free where ${file} is: a full disk refuses contributions. Make room.`,
    );
  return `it has ${(statSync(file).size / MIB).toFixed(1)} MiB, and ${Math.floor(free / MIB)} MiB are free`;
}
