import { setImmediate as endOfTurn } from 'node:timers/promises';
import type { Sums } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import { Group } from './group.js';
import { checkIntegrity, openDatabase } from './sqlite-open.js';
import { migrate } from './sqlite-tables.js';
import { WriterThread } from './sqlite-thread.js';
import { writer } from './sqlite-writer.js';
import { StoreBusy, type Added, type EpochCount, type Store } from './store.js';
import { SHAPES, shared, sumsFrom, TABLES, type Row, type Shape } from './tables.js';
import { exact } from './totals.js';

export interface SqliteOptions {
  /** Most contributions that may wait for their commit before more are refused as `StoreBusy`. */
  readonly maxWaiting?: number;
  /** How long to wait for another process that is writing to the file, in milliseconds. */
  readonly busyTimeoutMs?: number;
  /** Whether a thread of its own writes, so that requests are answered meanwhile: yes, unless the file is `:memory:`. */
  readonly thread?: boolean;
}

/** What tells rows of one epoch apart. The epoch itself goes last: until then, forgetting can go on where it stopped. */
const KEYS = [
  ['seen', 'id'],
  ...TABLES.map((table) => [SHAPES[table].sql, SHAPES[table].keys.join(', ')] as const),
  ['epochs', 'epoch'],
] as const;
const FORGET_TOGETHER = 2_000;

/** Few enough that a commit stays short, enough that its one wait for the disk is shared. */
const MAX_TOGETHER = 256;

/**
 * A store in one SQLite file. Contributions that arrive together share one commit, which the disk has confirmed before
 * any of them is acknowledged. Several processes may open the same file.
 * @throws Error when the file cannot be opened, is damaged, or was written by a newer collector.
 */
export function sqliteStore(
  file: string,
  { maxWaiting = 10_000, busyTimeoutMs = 2_000, thread = true }: SqliteOptions = {},
): Store {
  const database = openDatabase({ file, busyTimeoutMs });
  try {
    checkIntegrity(database);
    migrate(database);
  } catch (error) {
    database.close();
    throw error;
  }

  const ownThread = thread && !IN_MEMORY.test(file) ? new WriterThread({ file, busyTimeoutMs }) : undefined;
  const writeHere = ownThread ? undefined : writer(database);
  const write: Write = async (group) => (ownThread ? ownThread.write(group) : (writeHere?.(group) ?? []));
  const group = new Group<Contribution, Added>((contributions) => write(contributions).catch(explain), {
    maxWaiting,
    maxTogether: MAX_TOGETHER,
  });

  const readers = new Map(TABLES.map((table) => [table, reader(database, SHAPES[table])]));
  const readSums = database.transaction((site: string, from: number, to: number): Sums =>
    sumsFrom((table) => readers.get(table)?.(site, from, to) ?? []),
  );
  const epochCounts = database.prepare<[string], EpochCount>(
    'SELECT epoch, contributions FROM epochs WHERE site = ? ORDER BY epoch',
  );
  const forgetSome = KEYS.map(([table, key]) =>
    database.prepare(
      `DELETE FROM ${table} WHERE site = ? AND epoch = ? AND (${key}) IN
         (SELECT ${key} FROM ${table} WHERE site = ? AND epoch = ? LIMIT ${FORGET_TOGETHER})`,
    ),
  );
  const keepValue = database.prepare<[string, string]>('INSERT INTO kept VALUES (?, ?) ON CONFLICT DO NOTHING');
  const keptValue = database.prepare<[string], string>('SELECT value FROM kept WHERE name = ?').pluck();

  return {
    add: (contribution) => group.add(contribution),
    async sums(site, { from = 0, to = Number.MAX_SAFE_INTEGER } = {}) {
      return readSums(site, from, to);
    },
    async epochs(site) {
      return epochCounts.all(site);
    },
    async forget(site, epoch) {
      for (const some of forgetSome) while (some.run(site, epoch, site, epoch).changes > 0) await endOfTurn(); // others go on meanwhile
    },
    async keep(name, value) {
      keepValue.run(name, value);
      return keptValue.get(name) ?? value;
    },
    async kept(name) {
      return keptValue.get(name);
    },
    async close() {
      await group.close();
      await ownThread?.close();
      database.close();
    },
  };
}

/** Makes the function that reads a table's sums over some epochs. */
function reader(
  database: Database.Database,
  { sql, keys, values }: Shape,
): (site: string, from: number, to: number) => Row[] {
  const columns = [...keys, ...values];
  // V8 keeps a copy of what was parsed in one piece; what is built up name by name is two, and twice the garbage to look through
  const blank = JSON.parse(JSON.stringify(Object.fromEntries(columns.map((name) => [name, 0])))) as Row;
  const totals = values.map((name) => `sum(${name})`);
  const statement = database
    .prepare<[string, number, number], readonly (string | number)[]>(
      `SELECT ${[...keys, ...totals].join(', ')} FROM ${sql}
       WHERE site = ? AND epoch BETWEEN ? AND ? GROUP BY ${keys.join(', ')}`,
    )
    .raw(); // the objects that the library makes take five times the memory of these
  return (site, from, to) => {
    const rows: Row[] = [];
    const once = shared();
    for (const fields of statement.iterate(site, from, to)) {
      const row: Record<string, string | number> = { ...blank };
      columns.forEach((name, i) => {
        const field = fields[i] ?? 0;
        row[name] = typeof field === 'string' ? once(field) : field;
      });
      for (const name of values) exact(Number(row[name]));
      rows.push(row);
    }
    return rows;
  };
}

type Write = (group: readonly Contribution[]) => Promise<readonly PromiseSettledResult<Added>[]>;

/** Nobody else can open such a file, not even another thread. */
const IN_MEMORY = /^(|:memory:)$/;

/** Says of a lock that another process held for too long what every engine says of it. */
function explain(error: unknown): never {
  if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY'))
    throw new StoreBusy('another process is writing to the file', { cause: error });
  throw error;
}
