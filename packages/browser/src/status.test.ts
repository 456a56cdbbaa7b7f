import 'fake-indexeddb/auto';
import fc from 'fast-check';
import { afterEach, expect, it, vi } from 'vitest';
import type { TrackerStatus } from './api.js';
import { createTracker } from './create.js';
import { signalsIn } from './journal/contract.js';
import type { SignalInput } from './options.js';

afterEach(() => vi.unstubAllGlobals());

const INPUTS = [
  { kind: 'impression', item: 'a', list: 'home', position: 1, bucket: 0 },
  { kind: 'click', item: 'b', list: 'home', position: 2, bucket: 0 },
  { kind: 'like', item: 'c' },
  { kind: 'save', item: 'd' }, // no sum has a place for it
  { kind: 'rate', item: 'e', stars: 9 }, // is none
  { kind: 'like', item: '' }, // is none
] as const satisfies readonly SignalInput[];

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ records: fc.array(fc.constantFrom(...INPUTS), { maxLength: 10 }) }) },
  { weight: 2, arbitrary: fc.record({ flushes: fc.constantFrom(202, 400, 503) }) }, // what the collector answers
  { weight: 1, arbitrary: fc.record({ consents: fc.constantFrom('granted' as const, 'denied' as const) }) },
);
const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);
const known = ({ unsaved, journal }: TrackerStatus): number => unsaved + (journal ? signalsIn(journal) : 0);

let sites = 0;
it.each(['auto', 'required'] as const)('knows what became of all it was told, with consent %s at first', (consent) =>
  fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 15 }), async (steps) => {
      let answer = 202;
      vi.stubGlobal('fetch', async () => new Response('', { status: answer }));
      const tracker = createTracker({ site: `status ${++sites}`, collector: 'https://collect.example', consent });
      try {
        let told = 0;
        let forgotten = 0;
        for (const each of steps) {
          if ('records' in each) {
            each.records.forEach(tracker.record);
            told += each.records.length;
          } else if ('flushes' in each) {
            answer = each.flushes;
          } else {
            tracker.consent(each.consents);
            if (each.consents === 'denied') forgotten = tracker.status().recorded; // all that it had
          }
          await tracker.flush();
          const status = tracker.status();
          expect(status.recorded + sum(Object.values(status.refused))).toBe(told);
          expect(known(status)).toBe(status.recorded - forgotten);
        }
      } finally {
        tracker.stop();
      }
    }),
    { numRuns: 40 },
  ),
);

it('refuses what no longer fits in memory before there is consent to store it, and says how much', async () => {
  const tracker = createTracker({ site: 'status full', consent: 'required' });
  for (let i = 0; i < 5_000; i++) tracker.like(`item ${i}`);
  await Promise.resolve(); // learnt at the end of the task
  tracker.like('one too many');
  expect(tracker.status()).toMatchObject({ recorded: 5_000, unsaved: 5_000, refused: { 'memory full': 1 } });
  tracker.consent('granted');
  await tracker.flush();
  tracker.like('again');
  await tracker.flush();
  expect(known(tracker.status())).toBe(5_001);
  tracker.stop();
});
