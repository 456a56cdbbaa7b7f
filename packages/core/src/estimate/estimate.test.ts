import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { ModelDocument } from '../schema/model.js';
import { nonIncreasing } from './isotonic.js';
import { estimate } from './model.js';
import { positionCurve } from './position.js';
import { noSums, type ListSum } from './sums.js';

const cell = (item: string, position: number, impressions: number, clicks: number): ListSum => ({
  list: 'home',
  item,
  position,
  bucket: 0,
  impressions,
  clicks,
  contributions: 30,
});

describe('positionCurve', () => {
  it('finds the curve that made the clicks, though better items stood higher', () => {
    const truth = [1, 0.6, 0.3];
    const items = [0.2, 0.1, 0.05];
    const cells = items.flatMap((attraction, i) =>
      truth.map((theta, k) => {
        const impressions = i === k ? 100_000 : 20_000; // each item mostly at its own place
        return cell(`i${i}`, k + 1, impressions, Math.round(impressions * theta * attraction));
      }),
    );
    const { theta, estimated } = positionCurve('home', cells);
    expect(estimated).toBe(true);
    theta.forEach((value, k) => expect(value).toBeCloseTo(truth[k] ?? 0, 3));
  });

  it('serves 1/k, flagged, where clicks are too few or no item was seen at two positions', () => {
    const few = positionCurve('home', [cell('a', 1, 100, 10), cell('a', 2, 100, 5)]);
    const apart = positionCurve('home', [cell('a', 1, 9_000, 900), cell('b', 2, 9_000, 500)]);
    expect([few, apart]).toMatchObject([
      { theta: [1, 0.5], estimated: false },
      { theta: [1, 0.5], estimated: false },
    ]);
  });
});

describe('nonIncreasing', () => {
  it('never rises, keeps the weighted mean, and leaves alone what already falls', () => {
    expect(nonIncreasing([3, 2, 1], [1, 1, 1])).toEqual([3, 2, 1]);
    expect(nonIncreasing([1, 2], [1, 3])).toEqual([1.75, 1.75]);
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.double({ min: 0, max: 10, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })), {
          minLength: 1,
        }),
        (pairs) => {
          const fit = nonIncreasing(
            pairs.map(([value]) => value),
            pairs.map(([, weight]) => weight),
          );
          fit.slice(1).forEach((value, i) => expect(value).toBeLessThanOrEqual((fit[i] ?? 0) + 1e-12));
          const sum = (values: readonly number[]) =>
            values.reduce((total, value, i) => total + value * (pairs[i]?.[1] ?? 0), 0);
          expect(sum(fit)).toBeCloseTo(sum(pairs.map(([value]) => value)), 6);
        },
      ),
    );
  });
});

describe('estimate', () => {
  const cells = fc.uniqueArray(
    fc.record({
      list: fc.constantFrom('home', 'next'),
      item: fc.constantFrom('a', 'b', 'c'),
      position: fc.integer({ min: 1, max: 4 }),
      bucket: fc.integer({ min: 0, max: 2 }),
      impressions: fc.nat(5_000),
      clicks: fc.nat(500),
      contributions: fc.nat(40),
    }),
    { selector: ({ list, item, position, bucket }) => [list, item, position, bucket].join() },
  );

  it('is a valid model for any sums, the same for any order of them', () => {
    const conforms = Compile(ModelDocument);
    const orders = cells.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(orders, ([one, other]) => {
        const model = estimate('daily', { ...noSums, lists: one }, 20);
        expect([...conforms.Errors(model)]).toEqual([]);
        expect(JSON.stringify(estimate('daily', { ...noSums, lists: other }, 20))).toBe(JSON.stringify(model));
      }),
    );
  });

  it('releases nothing that too few contributions speak of', () => {
    const sums = { ...noSums, lists: [{ ...cell('a', 1, 500, 50), contributions: 19 }] };
    expect(estimate('daily', sums, 20)).toEqual({ version: 1, site: 'daily', lists: [], items: [] });
  });
});
