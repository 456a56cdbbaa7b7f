import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { openFront } from '../peers/front.mjs';
import { openSite } from '../peers/site.mjs';
import { standIn } from '../peers/stand-in.mjs';
import { CALLS_ON_CLICK, listOf } from './page.mjs';
import { traced } from './trace.mjs';

/** Nothing new for this long, and nothing more comes: PostHog waits for three seconds. And no longer than that. */
const QUIET_MS = 3_500;
const LONGEST_MS = 15_000;
/** From a page's load to what is measured: what starts with the page is over, and the parts that it asks for are there. */
const SETTLE_MS = 1_000;
const VIEWPORT = { width: 1_000, height: 800 };

/**
 * Does `work` in a page of a tracker: a new context of the browser, a new origin, nothing cached. `work` is given the
 * page a second after it is ready, what its script cost, and how to wait until events arrived.
 */
export async function visit(browser, { tracker, words = [], clicks = false }, items, work) {
  const site = await openSite(listOf(items) + (clicks && !tracker.ours ? CALLS_ON_CLICK : ''));
  const collector = standIn();
  const front = await openFront(collector.commit);
  site.track(tracker, front.url, words);
  const context = await browser.createBrowserContext();
  try {
    const page = await context.newPage();
    await page.setViewport(VIEWPORT);
    await page.bringToFront();
    const cdp = await page.createCDPSession();
    const { scriptMs } = await traced(page, 'script', async () => {
      await page.goto(site.url);
      await page.evaluate(() => globalThis.bench.ready.then(() => undefined));
      await sleep(SETTLE_MS);
    });
    const arrived = async () => (await collector.tally()).size;
    return await work({
      page,
      scriptMs: scriptMs([...site.scripts.keys()]),
      scriptBytes: [...site.scripts.values()].reduce((sum, script) => sum + gzipSync(script, { level: 9 }).length, 0),
      arrived,
      /** Waits until so many events arrived, or no more do. */
      async settle(expected, quietMs = QUIET_MS) {
        const start = Date.now();
        for (let before = -1, since = start; Date.now() - start < LONGEST_MS; await sleep(50)) {
          const now = await arrived();
          if (now !== before) [before, since] = [now, Date.now()];
          if (now >= expected || Date.now() - since > quietMs) return;
        }
      },
      /** KiB of the page's JavaScript, after its garbage was collected. */
      async heapKib() {
        await cdp.send('HeapProfiler.collectGarbage');
        return (await cdp.send('Runtime.getHeapUsage')).usedSize / 1_024;
      },
    });
  } finally {
    await context.close();
    await Promise.all([front.close(), site.close()]);
  }
}
