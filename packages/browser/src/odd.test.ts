import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTracker, type Tracker } from './index.js';

/** What no page should give, and some page will. */
const ODD: readonly unknown[] = [
  undefined,
  null,
  7,
  '',
  'a',
  [],
  [null],
  {},
  { item: null },
  { signal: null },
  { list: [] },
  Symbol('odd'),
  () => 1,
  new Proxy(
    {},
    {
      get() {
        throw new Error('not to be read');
      },
    },
  ),
];

let tracker: Tracker;
const failed = vi.fn<(error: unknown) => void>();
beforeEach(() => void process.on('unhandledRejection', failed));
afterEach(() => {
  process.off('unhandledRejection', failed);
  tracker.stop();
});

const methods = (of: Tracker) =>
  Object.entries(of).flatMap(([name, value]): [string, (...given: unknown[]) => unknown][] =>
    typeof value === 'function' ? [[name, value]] : [],
  );

it('throws nothing into the page, and rejects nothing, whatever it is given', async () => {
  tracker = createTracker({ site: 'odd', features: () => 7 as never });
  await tracker.ready;
  expect(methods(tracker).length).toBeGreaterThan(20);
  for (const [name, call] of methods(tracker).filter(([each]) => each !== 'stop'))
    for (const one of ODD)
      for (const other of [undefined, ...ODD]) {
        const said = `${name}(${typeof one}, ${typeof other})`;
        await expect(
          (async () => call(one, other))().then(() => said),
          said,
        ).resolves.toBe(said);
      }
  await new Promise((resolve) => setTimeout(resolve));
  expect(failed).not.toHaveBeenCalled();
});

it('ranks, learns and forgets as ever after that', async () => {
  tracker = createTracker({ site: 'odd, then even' });
  for (const [, call] of methods(tracker).filter(([name]) => name !== 'stop'))
    for (const one of ODD) await (async () => call(one))();
  tracker.consent('granted');
  tracker.setProfiling(true);
  tracker.like('b');
  await Promise.resolve();
  expect(tracker.rank([{ id: 'a' }, { id: 'b' }]).map(({ id }) => id)).toEqual(['b', 'a']);
});
