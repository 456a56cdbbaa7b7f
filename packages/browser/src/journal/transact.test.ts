import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it, vi } from 'vitest';
import { upgrade, type JournalDatabase, type JournalSchema } from './schema.js';
import { giveUpWhenLeft } from './give-up.js';
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

it('gives up, in WebKit, what would go on in the back/forward cache, and lets what is committed be', async () => {
  vi.stubGlobal('navigator', { vendor: 'Apple Computer, Inc.' });
  const closed = new AbortController();
  giveUpWhenLeft(closed.signal);
  const db = await opened();
  const slow = (): Promise<unknown> =>
    transact(db.transaction('meta', 'readwrite'), async ({ store }) => {
      await store.put(1, 'dropped');
      await store.put(2, 'dropped');
    });
  const committed = (): Promise<unknown> =>
    transact(db.transaction('signals', 'readwrite'), async (transaction) => {
      const key = transaction.store.add([]);
      transaction.commit();
      await key;
    });
  const turn = (type: string, persisted: boolean): boolean =>
    dispatchEvent(Object.assign(new Event(type), { persisted }));

  const [before, kept] = [slow(), committed()];
  turn('pagehide', true);
  await expect(before).rejects.toMatchObject({ name: 'AbortError' });
  await expect(slow()).rejects.toMatchObject({ name: 'AbortError' });
  await Promise.all([kept, committed()]);
  turn('pageshow', true);
  await slow();
  turn('pagehide', false); // gone for good: the browser ends what is left
  await slow();
  closed.abort();
  turn('pagehide', true);
  await slow();
  expect([await db.get('meta', 'dropped'), await db.count('signals')]).toEqual([2, 2]);
  vi.unstubAllGlobals();
});
