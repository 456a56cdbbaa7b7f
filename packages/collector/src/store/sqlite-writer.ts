import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import { fold } from './fold.js';
import { SumOverflow, type Added } from './store.js';
import { SHAPES, TABLES, type Row, type Shape } from './tables.js';

/**
 * Makes the one function that writes contributions: a whole group in one transaction, in which it is told apart what was
 * seen before and the rest is added up. One that cannot be added leaves nothing, and does not keep the others back.
 */
export function writer(
  database: Database.Database,
): (group: readonly Contribution[]) => readonly PromiseSettledResult<Added>[] {
  const see = database.prepare('INSERT INTO seen VALUES (?, ?, ?) ON CONFLICT DO NOTHING');
  const countEpoch = database.prepare(
    `INSERT INTO epochs VALUES (?, ?, ?)
     ON CONFLICT DO UPDATE SET contributions = contributions + excluded.contributions`,
  );
  const adders = TABLES.map((table) => ({ table, add: adder(database, SHAPES[table]) }));

  const add = database.transaction((group: readonly Contribution[]): Added[] => {
    const fresh: Contribution[] = [];
    const added = group.map((contribution): Added => {
      const { site, epoch, id } = contribution;
      if (see.run(site, epoch, Buffer.from(id, 'hex')).changes === 0) return 'duplicate';
      fresh.push(contribution);
      return 'added';
    });
    for (const { site, epoch, contributions, rows } of fold(fresh)) {
      countEpoch.run(site, epoch, contributions);
      for (const { table, add: addRow } of adders) for (const row of rows(table)) addRow(site, epoch, row);
    }
    return added;
  });

  /** Inside a transaction, `add` is a savepoint: what one contribution did is undone, and the others' stays. */
  const addEach = database.transaction((group: readonly Contribution[]) =>
    group.map((contribution): PromiseSettledResult<Added> => {
      try {
        return { status: 'fulfilled', value: add([contribution])[0] ?? 'duplicate' };
      } catch (error) {
        if (isStorage(error)) throw error;
        return {
          status: 'rejected',
          reason: isOverflow(error) ? new SumOverflow('a sum would not be exact', { cause: error }) : error,
        };
      }
    }),
  );

  return (group) => {
    try {
      return add.immediate(group).map((value) => ({ status: 'fulfilled', value }));
    } catch (error) {
      if (isStorage(error)) throw error;
      return addEach.immediate(group);
    }
  };
}

/** Makes the function that adds a sum to those of its site and epoch. */
function adder(
  database: Database.Database,
  { sql, keys, values }: Shape,
): (site: string, epoch: number, row: Row) => unknown {
  const columns = [...keys, ...values];
  const statement = database.prepare(
    `INSERT INTO ${sql} (site, epoch, ${columns.join(', ')}) VALUES (?, ?, ${columns.map(() => '?').join(', ')})
     ON CONFLICT DO UPDATE SET ${values.map((name) => `${name} = ${name} + excluded.${name}`).join(', ')}`,
  );
  return (site, epoch, row) => statement.run(site, epoch, ...columns.map((name) => row[name]));
}

/** Whether the storage failed (a full disk, a lock), and not what was to be stored: then no contribution can be added. */
const isStorage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');

/** The tables' one check is that every sum stays exact. */
const isOverflow = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_CHECK';
