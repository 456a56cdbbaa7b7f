import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { available, open, type Visitor } from '../browsers/engines.js';
import { leafPage } from './play.js';
import { wordsOf } from './sums.js';
import { openTown, type Town } from './town.js';

describe.each(available)('a page with %s', (engine) => {
  let town: Town;
  let visitor: Visitor;
  beforeEach(async () => {
    town = await openTown();
    town.publish('leaf.html', leafPage(town.collector));
    await town.startCollector();
    visitor = await open(engine, { profile: town.profile('reader') });
  });
  afterEach(async () => {
    await visitor.close();
    await town.end();
  });

  it('loses nothing when it is left at once while something reads its journal, and counts it once', async () => {
    await visitor.goto(`${town.paper}/leaf.html`);
    const flush = () => visitor.until(() => Promise.resolve(window.penchant('flush')).then(() => true));
    await flush();
    const told: string[] = [];
    for (let turn = 0; turn < 10; turn++) {
      told.push(`like i${turn}`);
      await visitor
        .evaluate(
          (item, next) =>
            new Promise((resolve) => {
              const opening = indexedDB.open('penchant daily');
              opening.addEventListener('success', () => {
                const meta = opening.result.transaction(['signals', 'meta']).objectStore('meta');
                const read = (): void => meta.get('profile').addEventListener('success', read);
                read();
                window.penchant('record', { kind: 'like', item });
                location.href = next;
                resolve(undefined);
              });
            }),
          `i${turn}`,
          `${town.paper}/leaf.html?${turn}`,
        )
        .catch(() => undefined); // it may be gone before it answers
      await visitor.until((search) => location.search === search && 'penchant' in window, `?${turn}`);
    }
    await vi.waitFor(async () => {
      await flush();
      expect(await wordsOf(town.store(), 'daily')).toEqual(told);
    }, 15_000);
  });
});
