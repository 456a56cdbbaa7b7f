import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { BUCKETS, MAX_CELLS, MAX_COUNT, MAX_POSITION } from '../limits.js';
import { ModelDocument } from '../schema/model.js';
import { estimate } from './model.js';
import { noSums, type ListSum } from './sums.js';

const MIN_CONTRIBUTIONS = 20;
const THETA = [1, 0.6, 0.4, 0.3];
const conforms = Compile(ModelDocument);

/** What honest visitors did: 12 items at 4 positions, in 2 buckets. */
const honest: readonly ListSum[] = Array.from({ length: 12 }, (_, i) =>
  THETA.flatMap((theta, k) =>
    [1, 20].map((bucket): ListSum => {
      const impressions = 400 + ((i * 37 + k * 11 + bucket) % 90);
      const clicks = Math.round(impressions * theta * 0.02 * (1 + (i % 4)) * (bucket === 20 ? 2 : 1));
      return { list: 'home', item: `i${i}`, position: k + 1, bucket, impressions, clicks, contributions: 100 };
    }),
  ),
).flat();

/** The worst that one contribution can say: any cells, each of them once, each count up to its bound. */
const contribution: fc.Arbitrary<ListSum[]> = fc.uniqueArray(
  fc.record({
    list: fc.constant('home'),
    item: fc.oneof(fc.constantFrom('i0', 'i1', 'i11', 'new'), fc.string({ minLength: 1, maxLength: 3 })),
    position: fc.oneof(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: MAX_POSITION })),
    bucket: fc.integer({ min: 0, max: BUCKETS }),
    impressions: fc.constantFrom(0, MAX_COUNT),
    clicks: fc.constantFrom(0, MAX_COUNT),
    contributions: fc.constant(1),
  }),
  { selector: ({ item, position, bucket }) => `${position} ${bucket} ${item}`, minLength: 1, maxLength: MAX_CELLS },
);
/** All of it about one item, at one position: the most that can be said against one number. */
const aimed = fc
  .record({
    item: fc.constantFrom('i0', 'i11'),
    position: fc.integer({ min: 1, max: 4 }),
    clicks: fc.constantFrom(0, MAX_COUNT),
  })
  .map(({ item, position, clicks }) =>
    Array.from({ length: BUCKETS + 1 }, (_, bucket) => ({
      list: 'home',
      item,
      position,
      bucket,
      impressions: MAX_COUNT,
      clicks,
      contributions: 1,
    })),
  );

const added = (sums: readonly ListSum[], more: readonly ListSum[]): ListSum[] => {
  const cells = new Map(sums.map((sum) => [`${sum.list} ${sum.position} ${sum.bucket} ${sum.item}`, sum]));
  for (const sum of more) {
    const key = `${sum.list} ${sum.position} ${sum.bucket} ${sum.item}`;
    const was = cells.get(key);
    cells.set(key, {
      ...sum,
      impressions: sum.impressions + (was?.impressions ?? 0),
      clicks: sum.clicks + (was?.clicks ?? 0),
      contributions: sum.contributions + (was?.contributions ?? 0),
    });
  }
  return [...cells.values()];
};
const modelOf = (lists: readonly ListSum[]) => estimate('daily', { ...noSums, lists }, MIN_CONTRIBUTIONS);
const total = (of: (sum: ListSum) => boolean): number => honest.filter(of).reduce((sum, { clicks }) => sum + clicks, 0);

describe('one hostile contribution', () => {
  const before = modelOf(honest);
  const most = MAX_CELLS * MAX_COUNT; // clicks that one contribution can claim, and impressions that it can claim without one

  it('moves a curve at most by its clipped share of the clicks at a position and at the first', () => {
    fc.assert(
      fc.property(fc.oneof(contribution, aimed), (cells) => {
        const [curve] = modelOf(added(honest, cells)).lists;
        expect(curve?.estimated).toBe(true);
        expect(curve?.theta).toHaveLength(THETA.length);
        curve?.theta.forEach((theta, k) => {
          const share = [1, k + 1].map((position) => Math.log1p(most / total((sum) => sum.position === position)));
          const bound = share.reduce((sum, part) => sum + part, 0);
          expect(Math.abs(Math.log(theta / (before.lists[0]?.theta[k] ?? NaN)))).toBeLessThanOrEqual(bound);
        });
      }),
    );
  });

  it('moves the quality of an item at most by its clipped share of that item and of the curve', () => {
    fc.assert(
      fc.property(fc.oneof(contribution, aimed), (cells) => {
        const after = new Map(modelOf(added(honest, cells)).items.map(({ item, quality }) => [item, quality]));
        for (const { item, quality } of before.items) {
          const own = Math.log1p(most / total((sum) => sum.item === item));
          const curve = 2 * Math.log1p(most / total(({ position }) => position === THETA.length));
          expect(Math.abs(Math.log((after.get(item) ?? NaN) / quality))).toBeLessThanOrEqual(own + curve);
        }
      }),
    );
  });

  it('adds neither a list, nor an item, nor a position to what is published', () => {
    fc.assert(
      fc.property(contribution, fc.constantFrom('home', 'new'), (cells, list) => {
        const after = modelOf(
          added(
            honest,
            cells.map((cell) => ({ ...cell, list })),
          ),
        );
        expect(after.lists.map((curve) => [curve.list, curve.theta.length])).toEqual([['home', THETA.length]]);
        expect(after.items.map(({ item }) => item)).toEqual(before.items.map(({ item }) => item));
      }),
    );
  });

  it('publishes nothing alone, nor with 18 others that say the same', () => {
    fc.assert(
      fc.property(fc.oneof(contribution, aimed), fc.integer({ min: 1, max: MIN_CONTRIBUTIONS - 1 }), (cells, times) => {
        const same = cells.map((cell) => ({
          ...cell,
          impressions: cell.impressions * times,
          clicks: cell.clicks * times,
          contributions: times,
        }));
        expect(modelOf(same)).toMatchObject({ lists: [], items: [] });
      }),
    );
  });
});

describe('sums that tell little', () => {
  const cell = (changes: Partial<ListSum>): ListSum => ({
    list: 'home',
    item: 'a',
    position: 1,
    bucket: 0,
    impressions: 1_000,
    clicks: 300,
    contributions: 100,
    ...changes,
  });

  it.each([
    ['nothing at all', []],
    ['one item', [cell({})]],
    ['one item that was never opened', [cell({ clicks: 0 })]],
    ['one position', [cell({}), cell({ item: 'b', clicks: 100 })]],
    ['positions that no item joins', [cell({}), cell({ item: 'b', position: 2 })]],
    ['clicks without an impression', [cell({ impressions: 0 }), cell({ impressions: 0, position: 2 })]],
    ['more clicks than impressions', [cell({ clicks: 9_000 }), cell({ clicks: 9_000, position: 2 })]],
    ['the deepest position only', [cell({ position: MAX_POSITION })]],
    ['nothing opened on top', [cell({ clicks: 0 }), cell({ position: 2 }), cell({ position: 3 })]],
    [
      'every position, hardly ever',
      Array.from({ length: MAX_POSITION }, (_, k) => cell({ position: k + 1, clicks: 1 })),
    ],
    [
      'sums as large as they get',
      [1, 2].map((position) => cell({ position, impressions: 2 ** 53 - 1, clicks: 2 ** 52 })),
    ],
  ])('give a valid model, flagged where it is not estimated: %s', (_, cells) => {
    const model = modelOf(cells);
    expect([...conforms.Errors(JSON.parse(JSON.stringify(model)))]).toEqual([]); // NaN and Infinity are null in JSON
    for (const { estimated, fallback, theta, eta = NaN } of model.lists) {
      expect(estimated).toBe(fallback === undefined);
      if (!estimated) theta.forEach((value, k) => expect(value).toBeCloseTo((k + 1) ** -eta, 3));
    }
  });
});
