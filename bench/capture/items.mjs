import { setTimeout as sleep } from 'node:timers/promises';
import { traced } from './trace.mjs';
import { visit } from './visit.mjs';

export const SIZES = [100, 1_000, 3_000];
const SETTLE_MS = 1_000;
const WINDOW_MS = 5_000;
/** So long, and what is still in view was seen too. */
const SEEN_MS = 1_500;
export const FRAMES = 300;
/** So slow that what is scrolled past is seen: an item is in view for a second and a half. */
const PX_PER_FRAME = 8;
export const FRAME_MS = 1_000 / 60;

/** A page of so many items whose visitor has just come, then does nothing, then scrolls: main-thread time of each. */
export const watched = (browser, variant, items) =>
  visit(browser, variant, items, async ({ page, settle, arrived }) => {
    const justCome = variant.tracker.ours && (await traced(page, 'tasks', () => sleep(WINDOW_MS)));
    await sleep(SETTLE_MS);
    const idle = await traced(page, 'tasks', () => sleep(WINDOW_MS));
    const scrolled = await traced(page, 'frames', () =>
      page.evaluate(scroll, { frames: FRAMES, pxPerFrame: PX_PER_FRAME }),
    );
    if (variant.tells) {
      await sleep(SEEN_MS);
      await page.evaluate(() => globalThis.bench.hurry());
      await settle(items, SEEN_MS); // not all of them were seen
    }
    return {
      justComeMs: justCome ? justCome.taskMs : undefined,
      idleMs: idle.taskMs,
      scrollMs: scrolled.taskMs,
      slowFrames: scrolled.frameMs().filter((ms) => ms > FRAME_MS).length,
      seen: variant.tells ? await arrived() : undefined,
    };
  });

/** Runs in the page. */
function scroll({ frames, pxPerFrame }) {
  return new Promise((resolve) => {
    let frame = 0;
    const step = () => {
      scrollBy(0, pxPerFrame);
      if (++frame < frames) requestAnimationFrame(step);
      else resolve();
    };
    requestAnimationFrame(step);
  });
}
