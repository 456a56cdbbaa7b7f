import fc from 'fast-check';
import { Compile } from 'typebox/compile';
import { describe, expect, it } from 'vitest';
import { MAX_NEIGHBOURS } from '../limits.js';
import { NeighbourEntry } from '../schema/model.js';
import { neighbours, type PairSum } from './neighbours.js';

const pair = (item: string, other: string, devices: number): PairSum => ({ item, other, devices });
/** What devices that liked these items say together. */
const pairsOf = (...histories: readonly string[][]): PairSum[] => {
  const sums = new Map<string, PairSum>();
  for (const items of histories)
    for (const item of items)
      for (const other of items.filter((each) => each >= item)) {
        const key = `${item} ${other}`;
        sums.set(key, pair(item, other, (sums.get(key)?.devices ?? 0) + 1));
      }
  return [...sums.values()];
};
const times = (many: number, history: string[]): string[][] => new Array<string[]>(many).fill(history);
const nearTo = (item: string, found: readonly NeighbourEntry[]) =>
  found.find((entry) => entry.item === item)?.near ?? [];

describe('neighbours', () => {
  it('are what EASE gives of two items, in closed form', () => {
    // G + λI = [[10 + 2, 4], [4, 8 + 2]]; −P₁₂/P₂₂ = 4/12 and −P₂₁/P₁₁ = 4/10
    const found = neighbours([pair('a', 'a', 10), pair('b', 'b', 8), pair('a', 'b', 4)], { ridge: 2 });
    expect(found).toEqual([
      { item: 'a', near: [['b', expect.closeTo(4 / 12, 12)]] },
      { item: 'b', near: [['a', expect.closeTo(4 / 10, 12)]] },
    ]);
  });

  it('tell what goes together from what is liked by all', () => {
    const tastes = [['film', 'sequel'], ['other']];
    const found = neighbours(
      pairsOf(...tastes.flatMap((taste) => [...times(20, [...taste, 'all']), ...times(20, taste)])),
      { ridge: 5 },
    );
    expect(nearTo('film', found)[0]?.[0]).toBe('sequel');
    const of = (item: string): number => nearTo('film', found).find(([other]) => other === item)?.[1] ?? 0;
    expect(of('all')).toBeLessThan(of('sequel') / 3);
    expect(of('other')).toBe(0);
  });

  it('are cosines, drawn to 0, beyond the items on most devices', () => {
    const found = neighbours(
      [
        pair('a', 'a', 100),
        pair('b', 'b', 64),
        pair('c', 'c', 25),
        pair('a', 'c', 20),
        pair('b', 'c', 1),
        pair('a', 'b', 30),
      ],
      { dense: 2 },
    );
    expect(nearTo('c', found)).toEqual([
      ['a', 20 / (Math.sqrt(100 * 25) + 20)],
      ['b', 1 / (Math.sqrt(64 * 25) + 20)],
    ]);
    expect(
      nearTo('a', found)
        .map(([item]) => item)
        .sort(),
    ).toEqual(['b', 'c']);
  });

  it('take nobody for liking two items without liking each', () => {
    const told = (both: number) => neighbours([pair('a', 'a', 10), pair('b', 'b', 8), pair('a', 'b', both)]);
    expect(told(9_000)).toEqual(told(8));
  });

  it('are cosines where the sums are not of whole devices, and cannot be inverted', () => {
    const found = neighbours([pair('a', 'a', 10), pair('b', 'b', 10), pair('a', 'b', 10)], { ridge: 0 });
    expect(nearTo('a', found)).toEqual([['b', 10 / (10 + 20)]]);
  });

  it('are fifty at most, the nearest', () => {
    const histories = Array.from({ length: 60 }, (_, i) =>
      times(60 - i, ['a', `b${String(i).padStart(2, '0')}`]),
    ).flat();
    const near = nearTo('a', neighbours(pairsOf(...histories), { dense: 0 }));
    expect(near).toHaveLength(MAX_NEIGHBOURS);
    expect(near[0]?.[0]).toBe('b00');
    near.slice(1).forEach(([, value], i) => expect(value).toBeLessThanOrEqual(near[i]?.[1] ?? 0));
  });

  it('that are as near come in the order of their names', () => {
    const pairs = ['c', 'b', 'd', 'a'].flatMap((other) => [pair(other, other, 9), pair('z', other, 3)]);
    for (const dense of [0, 5])
      expect(
        nearTo('z', neighbours([pair('z', 'z', 9), ...pairs], { dense }))
          .map(([item]) => item)
          .join(''),
      ).toBe('abcd');
  });

  it('do not depend on the order of pairs', () => {
    const pairs = pairsOf(...times(9, ['a', 'b', 'c']), ...times(7, ['b', 'd']), ['a', 'd']);
    expect(neighbours([...pairs].reverse())).toEqual(neighbours(pairs));
  });

  it('are valid whatever the sums, also such as no devices can give', () => {
    const conforms = Compile(NeighbourEntry);
    const name = fc.constantFrom('a', 'b', 'c', 'd');
    const anything = fc.uniqueArray(fc.record({ item: name, other: name, devices: fc.integer({ min: 1, max: 1e6 }) }), {
      selector: ({ item, other }) => [item, other].sort().join(),
    });
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 4 }), (pairs, dense) => {
        for (const entry of neighbours(pairs, { dense, ridge: 0 })) {
          expect([...conforms.Errors(JSON.parse(JSON.stringify(entry)))]).toEqual([]);
          expect(entry.near.map(([item]) => item)).not.toContain(entry.item);
        }
      }),
    );
  });
});
