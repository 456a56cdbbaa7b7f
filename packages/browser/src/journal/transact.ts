import type { IDBPTransaction, StoreNames } from 'idb';
import { tried } from '../page.js';
import type { JournalSchema } from './schema.js';

/** Transactions that are worked in, and whether whatever cannot be committed at once has to be given up. */
export const work = { underWay: new Set<{ abort(): void }>(), isOver: false };

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
  act: (transaction: IDBPTransaction<JournalSchema, Names, Mode>) => Promise<Result>,
): Promise<Result> {
  work.underWay.add(transaction);
  const over = (): unknown => work.underWay.delete(transaction);
  transaction.done.then(over, over); // heard below, unless the work fails first
  const acting = act(transaction);
  if (work.isOver) tried(() => transaction.abort()); // not what is committed already
  const result = await acting;
  await transaction.done;
  return result;
}
