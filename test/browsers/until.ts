import type { Tab } from './engines.js';

const LIMIT_MS = 5_000;
const STEP_MS = 30;

/** Asks a page until the answer is truthy; rejects after five seconds. Survives navigations. */
export const until =
  (evaluate: Tab['evaluate']): Tab['until'] =>
  async (ask, ...args) => {
    const limit = Date.now() + LIMIT_MS;
    for (;;) {
      const answer = await evaluate(ask, ...args).catch(() => undefined); // the page may be between two documents
      if (answer) return answer;
      if (Date.now() > limit) throw new Error(`[penchant] Never became true: ${String(ask)}`);
      await new Promise((resolve) => setTimeout(resolve, STEP_MS));
    }
  };
