import { describe, expect, it } from 'vitest';
import { emptyModel, readModel } from '../model.js';
import { article } from '../policy/article.js';
import { defaultPolicy } from '../policy/policy.js';
import { inQuantile } from '../score/quantile.js';
import type { Watch } from '../signal.js';
import { estimate } from './model.js';
import { dwellTables, watchTables } from './quantile.js';
import { noSums } from './sums.js';

const bar = (duration: number, coverage: number, plays: number, contributions = plays) => ({
  duration,
  coverage,
  plays,
  contributions,
});
const play = (coverage: number, durationMs: number): Watch => ({
  kind: 'watch',
  item: 'a',
  at: 1,
  attendedMs: 1_000,
  coverage,
  durationMs,
});

describe('watchTables', () => {
  it('tells the share of plays that cover less, by length', () => {
    const [table] = watchTables([bar(4, 0, 100), bar(4, 10, 50), bar(4, 19, 50)], 20);
    expect(table).toEqual({
      duration: 0,
      plays: 200,
      below: [...Array<number>(10).fill(0.5), ...Array<number>(9).fill(0.75)],
    });
    expect(watchTables([bar(4, 0, 200)], 20)).toHaveLength(16);
  });

  it('takes the lengths around one of which fewer than 200 plays are known, and no further ones', () => {
    const tables = watchTables([bar(4, 0, 199), bar(5, 19, 1), bar(9, 19, 500)], 20);
    const of = (duration: number) => tables.find((table) => table.duration === duration);
    expect(of(4)).toMatchObject({ plays: 200 });
    expect(of(9)).toMatchObject({ plays: 500, below: Array<number>(19).fill(0) });
    expect(of(0)).toMatchObject({ plays: 200 });
  });

  it('releases nothing of too few plays, or of too few contributions', () => {
    expect(watchTables([bar(4, 0, 199)], 20)).toEqual([]);
    expect(watchTables([bar(4, 0, 200, 19)], 20)).toEqual([]);
  });
});

describe('dwellTables', () => {
  const dwell = (device: 'phone' | 'desktop', time: number, dwells: number) =>
    ({ place: 'page', device, time, dwells, contributions: dwells }) as const;

  it('tells devices apart where enough is known of them, and gives the others what is known of all', () => {
    const tables = dwellTables([dwell('phone', 2, 300), dwell('desktop', 8, 100)], 20);
    expect(tables.map(({ place, device, dwells }) => [place, device, dwells])).toEqual([
      ['page', 'phone', 300],
      ['page', 'tablet', 400],
      ['page', 'desktop', 400],
    ]);
  });
});

describe('a model with quantiles', () => {
  const watches = [bar(4, 0, 100), bar(4, 10, 100), bar(4, 19, 200)];
  const document = estimate('daily', { ...noSums, watches }, 20);
  const model = readModel(document) ?? emptyModel;
  const said = (signal: Watch, policy = defaultPolicy) => inQuantile(signal, model, policy, 'desktop');

  it('is read by devices, and not when a table is wrong', () => {
    expect(model.watch).toEqual(document.watch);
    expect(readModel({ ...document, watch: [{ duration: 4, plays: 1, below: [0.5] }] })).toBeUndefined();
    expect(
      readModel({ ...document, dwell: [{ place: 'page', device: 'phone', dwells: 1, below: 'no' }] }),
    ).toBeUndefined();
  });

  it('places a play among those of its length', () => {
    expect(said(play(0.025, 60_000))).toMatchObject({ quantile: 0.125 });
    expect(said(play(0.4, 60_000))).toMatchObject({ quantile: 0.25 });
    expect(said(play(0.525, 60_000))).toMatchObject({ quantile: 0.375 });
    expect(said(play(1, 60_000))).toMatchObject({ quantile: 0.75 }); // the middle of all that saw it whole
  });

  it('leaves a signal that says its own quantile, one of no length, and all signals of a plain sum', () => {
    for (const signal of [{ ...play(0.4, 60_000), quantile: 0.9 }, { ...play(0.4, 1), durationMs: undefined } as never])
      expect(said(signal)).toEqual(signal);
    expect(said(play(0.4, 60_000), article)).not.toHaveProperty('quantile');
  });
});

it('gives neighbours of pairs that enough contributions speak of, whatever their order', () => {
  const pair = (item: string, other: string, devices: number) => ({ item, other, devices, contributions: devices });
  const pairs = [
    pair('a', 'a', 300),
    pair('b', 'b', 300),
    pair('a', 'b', 250),
    pair('c', 'c', 300),
    pair('a', 'c', 19),
  ];
  const { neighbours = [] } = estimate('daily', { ...noSums, pairs }, 20);
  expect(neighbours.map(({ item, near }) => [item, near.map(([other]) => other)])).toEqual([
    ['a', ['b']],
    ['b', ['a']],
  ]);
  const other = estimate('daily', { ...noSums, pairs: [...pairs].reverse() }, 20);
  expect(JSON.stringify(other.neighbours)).toBe(JSON.stringify(neighbours));
});
