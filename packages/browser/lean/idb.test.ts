import 'fake-indexeddb/auto';
import { forceCloseDatabase } from 'fake-indexeddb';
import { describe, expect, it, vi } from 'vitest';
import { journalContract } from '../src/journal/contract.js';
import { indexedDbJournal } from '../src/journal/indexeddb.js';
import { play, SCENES, type Idb } from './idb-scenes.js';

vi.mock('idb', () => import('./idb.js'));
const whole = await vi.importActual<Idb>('idb');
const lean = (await import('./idb.js')) as unknown as Idb; // has less than its types say: no scene needs more
/** Its types name the class where it takes a database. */
const closeByForce = (database: IDBDatabase): void => forceCloseDatabase(database as unknown as typeof IDBDatabase);

describe.each(Object.entries(SCENES))('%s', (_, scene) => {
  it('as in idb itself', async () => {
    const expected = await play(scene, whole, closeByForce);
    expect(expected).not.toEqual([]);
    expect(await play(scene, lean, closeByForce)).toEqual(expected);
  });
});

let name = 0;

describe('IndexedDB journal of the script tag', () =>
  journalContract(() => indexedDbJournal(`lean ${++name}`), {
    reopen: () => indexedDbJournal(`lean ${name}`),
  }));
