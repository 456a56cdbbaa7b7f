import { setTimeout as sleep } from 'node:timers/promises';

const STEP_MS = 40;
const LIMIT_MS = 1_500;

/** Waits until scrolling has moved the page and it stays where it is, or will clearly not move at all. */
export async function comesToRest(position: () => Promise<number>, start: number): Promise<void> {
  let before = start;
  for (let waited = 0; waited < LIMIT_MS; waited += STEP_MS) {
    await sleep(STEP_MS);
    const now = await position();
    const idle = waited > 300; // the wheel needs a moment to take hold
    if (now === before && (now !== start || idle)) return;
    before = now;
  }
}
