import Sqlite, { type Database } from 'better-sqlite3';

/** No sum grows beyond exact whole numbers (2⁵³ − 1): the statement that would do so fails. */
const sum = (name: string): string => `${name} INTEGER NOT NULL CHECK (${name} BETWEEN 0 AND 9007199254740991)`;

/** One step per version of the tables. Steps that were released are never edited; a change is a step of its own. */
const STEPS: readonly string[] = [
  `CREATE TABLE epochs (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, ${sum('contributions')},
     PRIMARY KEY (site, epoch)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE seen (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, id BLOB NOT NULL,
     PRIMARY KEY (site, epoch, id)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE list_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, list TEXT NOT NULL, item TEXT NOT NULL,
     position INTEGER NOT NULL, bucket INTEGER NOT NULL,
     ${sum('impressions')}, ${sum('clicks')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, list, item, position, bucket)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE reaction_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, item TEXT NOT NULL,
     ${sum('likes')}, ${sum('dislikes')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE kept (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE loss_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, reason TEXT NOT NULL,
     ${sum('signals')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, reason)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE watch_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, duration INTEGER NOT NULL, coverage INTEGER NOT NULL,
     ${sum('plays')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, duration, coverage)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE dwell_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, place TEXT NOT NULL, device TEXT NOT NULL, time INTEGER NOT NULL,
     ${sum('dwells')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, place, device, time)
   ) STRICT, WITHOUT ROWID;
   CREATE TABLE pair_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, item TEXT NOT NULL, other TEXT NOT NULL,
     ${sum('devices')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item, other)
   ) STRICT, WITHOUT ROWID;`,
  `CREATE TABLE purchase_sums (
     site TEXT NOT NULL, epoch INTEGER NOT NULL, item TEXT NOT NULL,
     ${sum('purchases')}, ${sum('returns')}, ${sum('contributions')},
     PRIMARY KEY (site, epoch, item)
   ) STRICT, WITHOUT ROWID;`,
  `ALTER TABLE list_sums ADD COLUMN ${sum('clicked')} DEFAULT 0;
   ALTER TABLE list_sums ADD COLUMN ${sum('below')} DEFAULT 0;
   ALTER TABLE list_sums ADD COLUMN ${sum('continued')} DEFAULT 0;`,
];

/**
 * Brings the tables to this version, in one transaction: a crash leaves the old ones whole.
 * @throws Error when a newer collector wrote the file; it is left as it was.
 */
export function migrate(database: Database): void {
  const version = (): number => Number(database.pragma('user_version', { simple: true }));
  const refuseNewer = (): void => {
    if (version() > STEPS.length)
      throw new Error(
        `[penchant] ${database.name} was written by a newer collector (tables ${version()}, this one knows ${STEPS.length}). Upgrade the collector, or name another file.`,
      );
  };
  refuseNewer(); // before anything is written, even the journal mode
  useWal(database);
  database
    .transaction(() => {
      refuseNewer(); // another collector may have migrated meanwhile
      for (const step of STEPS.slice(version())) database.exec(step);
      database.pragma(`user_version = ${STEPS.length}`);
    })
    .immediate();
}

/** Readers and writers go on side by side. While another process writes, SQLite refuses the change at once: it never waits. */
function useWal(database: Database): void {
  for (let tries = 0; ; tries++)
    try {
      database.pragma('journal_mode = WAL');
      return;
    } catch (error) {
      const isBusy = error instanceof Sqlite.SqliteError && error.code.startsWith('SQLITE_BUSY');
      if (!isBusy || tries === WAL_TRIES) throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, WAL_PAUSE_MS); // opening a store is synchronous
    }
}

const WAL_TRIES = 100;
const WAL_PAUSE_MS = 20;
