import { traced } from './trace.mjs';
import { visit } from './visit.mjs';

export const EVENTS = 1_000;
const PER_TICK = 10;
const TICK_MS = 100;

/** A thousand events, ten every 100 ms: main-thread time until they arrived; the heap before and after. */
export const paced = (browser, variant) =>
  visit(browser, variant, EVENTS, async ({ page, scriptMs, scriptBytes, settle, arrived, heapKib }) => {
    const heapBeforeKib = await heapKib();
    const { taskMs } = await traced(page, 'tasks', async () => {
      await page.evaluate(inTicks, { events: EVENTS, perTick: PER_TICK, tickMs: TICK_MS, clicks: variant.clicks });
      await settle(variant.tells ? EVENTS : 0);
    });
    return { taskMs, scriptMs, scriptBytes, delivered: await arrived(), heapBeforeKib, heapAfterKib: await heapKib() };
  });

/** A thousand events in one task: main-thread time until they arrived, and the longest task. */
export const burst = (browser, variant) =>
  visit(browser, variant, EVENTS, async ({ page, scriptMs, scriptBytes, settle, arrived }) => {
    const { taskMs, longestMs } = await traced(page, 'tasks', async () => {
      await page.evaluate(inTicks, { events: EVENTS, perTick: EVENTS, tickMs: 0, clicks: variant.clicks });
      await settle(variant.tells ? EVENTS : 0);
    });
    return { taskMs, longestMs, scriptMs, scriptBytes, delivered: await arrived() };
  });

/** Runs in the page, in timers: what a debugger evaluates is no task of the page. Sends at the end, where a tracker waits for longer than we do. */
function inTicks({ events, perTick, tickMs, clicks }) {
  const items = document.querySelectorAll('li');
  return new Promise((resolve) => {
    let next = 0;
    const tick = () => {
      for (const end = next + perTick; next < end; next++)
        if (clicks) items[next].click();
        else globalThis.bench.event(next);
      if (next < events) return void setTimeout(tick, tickMs);
      setTimeout(() => {
        globalThis.bench.hurry();
        resolve();
      });
    };
    setTimeout(tick, tickMs);
  });
}
