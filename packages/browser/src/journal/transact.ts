import type { IDBPTransaction, StoreNames } from 'idb';
import type { JournalSchema } from './schema.js';

/**
 * Works in a transaction; resolves when it is committed. The work and the commit are awaited together: where both fail,
 * neither is left to the page as a rejection that nobody handled.
 */
export async function transact<
  Names extends ArrayLike<StoreNames<JournalSchema>>,
  Mode extends IDBTransactionMode,
  Result,
>(
  transaction: IDBPTransaction<JournalSchema, Names, Mode>,
  work: (transaction: IDBPTransaction<JournalSchema, Names, Mode>) => Promise<Result>,
): Promise<Result> {
  const [result] = await Promise.all([work(transaction), transaction.done]);
  return result;
}
