import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { upgrade, type JournalDatabase, type JournalSchema } from './schema.js';
import { transact } from './transact.js';

let name = 0;
const opened = (): Promise<JournalDatabase> => openDB<JournalSchema>(`transact ${++name}`, 1, { upgrade });

it('is over when what was written is committed', async () => {
  const db = await opened();
  const said: string[] = [];
  const transaction = db.transaction('meta', 'readwrite');
  transaction.addEventListener('complete', () => said.push('committed'));
  const key = await transact(transaction, ({ store }) => store.put(1, 'dropped').finally(() => said.push('put')));
  said.push(key);
  expect(said).toEqual(['put', 'committed', 'dropped']);
});

it('fails as the work does, and leaves nothing unhandled', async () => {
  const unhandled = vi.fn();
  process.on('unhandledRejection', unhandled);
  const db = await opened();
  const twice = transact(db.transaction('meta', 'readwrite'), ({ store }) =>
    Promise.all([store.add(1, 'dropped'), store.add(2, 'dropped'), store.add(3, 'sealedTo')]),
  );
  await expect(twice).rejects.toMatchObject({ name: 'ConstraintError' });
  await new Promise((resolve) => setTimeout(resolve, 20));
  process.off('unhandledRejection', unhandled);
  expect(unhandled).not.toHaveBeenCalled();
  expect(await db.transaction('meta').store.getAll()).toEqual([]);
});

it('fails where the transaction does, though the work is done', async () => {
  const db = await opened();
  const making = vi.spyOn(IDBDatabase.prototype, 'transaction');
  const late = transact(db.transaction('meta', 'readwrite'), async ({ store }) => {
    await store.put(1, 'dropped');
    making.mock.results[0]?.value.abort();
  });
  await expect(late).rejects.toMatchObject({ name: 'AbortError' });
});
