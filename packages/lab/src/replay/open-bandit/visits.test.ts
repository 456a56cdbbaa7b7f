import { MAX_CELLS, MAX_COUNT, type Signal } from '@penchant/core';
import { describe, expect, it } from 'vitest';
import { contributionsOf } from './visits.js';

const options = { site: 'daily', visit: 20, idSeed: 'a seed' };

const row = (item: string, clicked = false): Signal[] => {
  const shown = { item, at: 1_790_000_000_000, list: 'bts', position: 1, bucket: 0 };
  return [{ kind: 'impression', ...shown }, ...(clicked ? [{ kind: 'click' as const, ...shown }] : [])];
};
const rows = (n: number, item: (i: number) => string): Signal[][] => Array.from({ length: n }, (_, i) => row(item(i)));
const impressionsIn = (contributions: ReturnType<typeof contributionsOf>): number =>
  contributions
    .flatMap((of) => (of.family === 'list' ? of.cells : []))
    .reduce((total, { impressions }) => total + impressions, 0);

describe('contributionsOf', () => {
  it('makes one contribution of each visit, the last one shorter', () => {
    const contributions = contributionsOf(
      rows(45, (i) => `item ${i}`),
      options,
    );
    expect(contributions.map(({ cells }) => cells.length)).toEqual([20, 20, 5]);
  });

  it('splits a visit that a device would clip, so that no row is lost', () => {
    const contributions = contributionsOf(
      rows(20, () => 'always the same'),
      options,
    );
    expect(contributions.length).toBeGreaterThanOrEqual(20 / MAX_COUNT);
    expect(impressionsIn(contributions)).toBe(20);
  });

  it('keeps every row of a visit with more cells than one contribution holds', () => {
    const many = MAX_CELLS * 2 + 1;
    const contributions = contributionsOf(
      rows(many, (i) => `item ${i}`),
      { ...options, visit: many },
    );
    expect(contributions).toHaveLength(3);
    expect(impressionsIn(contributions)).toBe(many);
  });

  it('counts a click beside its impression', () => {
    const [contribution] = contributionsOf([row('a'), row('a', true)], options);
    expect(contribution?.cells).toEqual([{ item: 'a', position: 1, bucket: 0, impressions: 2, clicks: 1 }]);
  });

  it('repeats its ids under the same seed only, and never gives one twice', () => {
    const idsOf = (with_: Partial<typeof options>): string[] =>
      contributionsOf(
        rows(100, (i) => `item ${i}`),
        { ...options, ...with_ },
      ).map(({ id }) => id);
    expect(idsOf({})).toEqual(idsOf({}));
    const all = [...idsOf({}), ...idsOf({ idSeed: 'another' }), ...idsOf({ visit: 10 })];
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((id) => /^[0-9a-f]{32}$/.test(id))).toBe(true);
  });
});
