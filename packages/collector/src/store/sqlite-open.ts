import Database from 'better-sqlite3';

/** A file, and how long to wait for another process that is writing to it. */
export interface Place {
  readonly file: string;
  readonly busyTimeoutMs: number;
}

/** What a connection keeps of the file: each thread has one, and what is not kept is in the system's own cache. */
const CACHE_KIB = 4_096;

/** Where a burst, or a long read, let the log beside the file grow beyond this, it is cut again afterwards. */
const LOG_LIMIT_BYTES = 67_108_864;

/** @throws Error saying how to mend it, when the file cannot be opened. */
export function openDatabase({ file, busyTimeoutMs }: Place): Database.Database {
  let database: Database.Database | undefined;
  try {
    database = new Database(file, { timeout: busyTimeoutMs });
    database.pragma('synchronous = FULL'); // in WAL mode, anything less may lose acknowledged commits in a power cut
    database.pragma(`cache_size = -${CACHE_KIB}`);
    database.pragma(`journal_size_limit = ${LOG_LIMIT_BYTES}`);
    return database;
  } catch (cause) {
    database?.close();
    const why = cause instanceof Error ? cause.message : '';
    throw new Error(
      `[penchant] the SQLite file ${file} cannot be opened: ${why}. Make its folder, or name another file.`,
      { cause },
    );
  }
}

/**
 * Reads the whole file once: better not to start than to build on a broken page.
 * @throws Error saying how to mend it, when something is wrong.
 */
export function checkIntegrity(database: Database.Database): void {
  const verdict = complaint(database);
  if (verdict === undefined) return;
  throw new Error(
    `[penchant] the SQLite file ${database.name} is damaged: ${verdict}. Restore a backup: penchant-collector restore.`,
  );
}

function complaint(database: Database.Database): string | undefined {
  try {
    const verdict = String(database.pragma('quick_check(1)', { simple: true }));
    return verdict === 'ok' ? undefined : verdict.replaceAll('\n', ' ');
  } catch (error) {
    const isDamage = error instanceof Database.SqliteError && /^SQLITE_(CORRUPT|NOTADB)/.test(error.code);
    if (isDamage) return error.message;
    throw error;
  }
}
