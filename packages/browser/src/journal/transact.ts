import type { IDBPTransaction, StoreNames } from 'idb';
import type { JournalSchema } from './schema.js';

/**
 * Works in a transaction; resolves when it is committed. Where both fail the work says why (all that idb's `done` knows of a
 * request that failed is that it aborted the rest), and the other is not left to the page as a rejection nobody handled.
 */
export async function transact<
  Names extends ArrayLike<StoreNames<JournalSchema>>,
  Mode extends IDBTransactionMode,
  Result,
>(
  transaction: IDBPTransaction<JournalSchema, Names, Mode>,
  work: (transaction: IDBPTransaction<JournalSchema, Names, Mode>) => Promise<Result>,
): Promise<Result> {
  transaction.done.catch(() => undefined); // heard below, unless the work fails first
  const result = await work(transaction);
  await transaction.done;
  return result;
}
