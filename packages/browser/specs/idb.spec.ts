import * as whole from 'idb';
import { describe, expect, it } from 'vitest';
import { play, SCENES, type Idb } from '../lean/idb-scenes.js';
import * as double from '../lean/idb.js';

const lean = double as unknown as Idb; // has less than its types say: no scene needs more

/** No page can make a browser lose its files: the event alone. */
const closeByForce = (database: IDBDatabase): void => void database.dispatchEvent(new Event('close'));

describe.each(Object.entries(SCENES))('%s', (_, scene) => {
  it('as in idb itself, in a real browser', async () => {
    const expected = await play(scene, whole, closeByForce);
    expect(expected).not.toEqual([]);
    expect(await play(scene, lean, closeByForce)).toEqual(expected);
  });
});
