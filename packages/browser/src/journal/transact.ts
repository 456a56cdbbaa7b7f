import type { STORES } from './schema.js';

export type StoreName = (typeof STORES)[number];

/** What a request answers. */
export const answer = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.addEventListener('success', () => resolve(request.result));
    request.addEventListener('error', () => reject(request.error ?? new Error('IndexedDB failed.')));
  });

/**
 * Works in one transaction, which begins in the caller's task; resolves when it is committed. Without a `durability` it
 * may only read.
 */
export async function transact<T>(
  db: IDBDatabase,
  stores: readonly StoreName[],
  durability: IDBTransactionDurability | undefined,
  work: (transaction: IDBTransaction) => T | Promise<T>,
): Promise<T> {
  const transaction = db.transaction(stores, durability ? 'readwrite' : 'readonly', durability && { durability });
  const done = new Promise<void>((resolve, reject) => {
    transaction.addEventListener('complete', () => resolve());
    transaction.addEventListener('abort', () => reject(transaction.error ?? new Error('IndexedDB gave up.')));
  });
  const [worked] = await Promise.all([work(transaction), done]);
  return worked;
}
