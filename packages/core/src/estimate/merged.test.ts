import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MAX_COUNT } from '../limits.js';
import { estimate } from './model.js';
import { noSums, type ListSum } from './sums.js';

/** What one contribution says of some cells of a list, each once. */
const upload = fc.uniqueArray(
  fc.record({
    list: fc.constantFrom('home', 'next'),
    item: fc.constantFrom('a', 'b', 'c', 'd'),
    position: fc.integer({ min: 1, max: 3 }),
    bucket: fc.integer({ min: 0, max: 2 }),
    impressions: fc.integer({ min: 0, max: MAX_COUNT }),
    clicks: fc.integer({ min: 0, max: MAX_COUNT }),
    clicked: fc.nat({ max: 1 }),
    below: fc.nat({ max: 1 }),
    continued: fc.nat({ max: 1 }),
    contributions: fc.constant(1),
  }),
  { selector: keyOf, minLength: 1, maxLength: 20 },
);

function keyOf({ list, item, position, bucket }: ListSum): string {
  return `${list} ${item} ${position} ${bucket}`;
}

/** Adds up, as every store does, in the order in which they come. */
function summed(parts: readonly (readonly ListSum[])[]): ListSum[] {
  const sums = new Map<string, ListSum>();
  for (const sum of parts.flat()) {
    const was = sums.get(keyOf(sum));
    sums.set(keyOf(sum), {
      ...sum,
      impressions: sum.impressions + (was?.impressions ?? 0),
      clicks: sum.clicks + (was?.clicks ?? 0),
      clicked: (sum.clicked ?? 0) + (was?.clicked ?? 0),
      below: (sum.below ?? 0) + (was?.below ?? 0),
      continued: (sum.continued ?? 0) + (was?.continued ?? 0),
      contributions: sum.contributions + (was?.contributions ?? 0),
    });
  }
  return [...sums.values()];
}

const bytesOf = (lists: readonly ListSum[]): string => JSON.stringify(estimate('daily', { ...noSums, lists }, 2));

it('makes the same bytes of the same uploads, in whatever order they come, and whichever were added up before', () => {
  const split = fc
    .array(upload, { minLength: 60, maxLength: 90 })
    .chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length }), fc.nat(all.length)),
    );
  let estimated = 0;
  fc.assert(
    fc.property(split, ([all, other, cut]) => {
      const [one, two] = [summed(other.slice(0, cut)), summed(other.slice(cut))]; // two collectors, or two weeks
      const bytes = bytesOf(summed(all));
      expect(bytesOf(summed(other))).toBe(bytes);
      expect(bytesOf(summed([two, one]))).toBe(bytes);
      if (bytes.includes('"estimated":true')) estimated++;
    }),
    { numRuns: 40 },
  );
  expect(estimated).toBeGreaterThan(10); // or only fallbacks were compared
});
