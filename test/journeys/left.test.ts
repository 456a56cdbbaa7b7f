import type { TrackerStatus } from '@penchant/browser';
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

  it('holds up nobody when it is left in the task in which it makes the journal', async () => {
    for (let turn = 0; turn < (engine === 'chromium' ? 12 : 2); turn++) {
      // one of six first pages would hold up Chromium
      town.publish(`first-${turn}.html`, firstPage(turn));
      town.publish(`second-${turn}.html`, leafPage(town.collector).replace('"daily"', `"first ${turn}"`));
      await visitor.goto(`${town.paper}/first-${turn}.html`);
      await visitor.until((end) => location.pathname.endsWith(end) && 'penchant' in window, `/second-${turn}.html`);
      const kept = await visitor.until(() => {
        const { state, storage } = window.penchant('status') as TrackerStatus;
        return state === 'ready' && [storage, performance.now() < 4_000];
      });
      expect(kept).toEqual(['indexeddb', true]);
    }
  });
});

/** A page that is whole, so that browsers would keep it for the way back, and is left as soon as the script asks for its journal. */
const firstPage = (turn: number): string => `<!doctype html><title>First</title>
<script>
  const { open } = IDBFactory.prototype;
  IDBFactory.prototype.open = function (...how) {
    const opening = open.apply(this, how);
    location.href = '/second-${turn}.html';
    for (const start = performance.now(); performance.now() - start < 20; );
    return opening;
  };
  const start = () => {
    const script = document.createElement('script');
    script.dataset.site = 'first ${turn}';
    script.src = '/penchant.js';
    document.body.append(script);
  };
  addEventListener('load', () => setTimeout(start, 300));
</script>`;
