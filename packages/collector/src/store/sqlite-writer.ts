import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import { fold } from './fold.js';
import { SumOverflow, type Added } from './store.js';

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
  const addList = database.prepare(
    `INSERT INTO list_sums
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET impressions = impressions + excluded.impressions, clicks = clicks + excluded.clicks,
       contributions = contributions + excluded.contributions`,
  );
  const addReaction = database.prepare(
    `INSERT INTO reaction_sums VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT DO UPDATE SET likes = likes + excluded.likes, dislikes = dislikes + excluded.dislikes,
       contributions = contributions + excluded.contributions`,
  );

  const add = database.transaction((group: readonly Contribution[]): Added[] => {
    const fresh: Contribution[] = [];
    const added = group.map((contribution): Added => {
      const { site, epoch, id } = contribution;
      if (see.run(site, epoch, Buffer.from(id, 'hex')).changes === 0) return 'duplicate';
      fresh.push(contribution);
      return 'added';
    });
    for (const { site, epoch, contributions, lists, reactions } of fold(fresh)) {
      countEpoch.run(site, epoch, contributions);
      for (const { list, item, position, bucket, impressions, clicks, contributions: told } of lists)
        addList.run(site, epoch, list, item, position, bucket, impressions, clicks, told);
      for (const { item, likes, dislikes, contributions: told } of reactions)
        addReaction.run(site, epoch, item, likes, dislikes, told);
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

/** Whether the storage failed (a full disk, a lock), and not what was to be stored: then no contribution can be added. */
const isStorage = (error: unknown): boolean =>
  error instanceof Database.SqliteError && !error.code.startsWith('SQLITE_CONSTRAINT');

/** The tables' one check is that every sum stays exact. */
const isOverflow = (error: unknown): boolean =>
  error instanceof Database.SqliteError && error.code === 'SQLITE_CONSTRAINT_CHECK';
