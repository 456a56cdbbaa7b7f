import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observations } from '../../test/observations.js';
import { MAX_CELLS, MAX_COUNT, MAX_COUNTS_PER_EPOCH, MAX_ID_CHARS, MAX_POSITION } from '../limits.js';
import { Contribution } from '../schema/contribution.js';
import type { Signal } from '../signal.js';
import { EPOCH_MS } from '../time.js';
import { Compile } from 'typebox/compile';
import { count } from './contribution.js';

const conforms = Compile(Contribution);
const shown = { list: 'home', position: 1, bucket: 0 };
const signal: fc.Arbitrary<Signal> = fc.record({
  item: fc.string({ minLength: 1, maxLength: 3 }),
  at: fc.integer({ min: 0, max: 3 * EPOCH_MS }),
  kind: fc.constantFrom('impression', 'click', 'like', 'dislike'),
  list: fc.constantFrom('home', 'next'),
  position: fc.integer({ min: 1, max: 2 * MAX_POSITION }),
  bucket: fc.integer({ min: 0, max: 32 }),
}) as fc.Arbitrary<Signal>;
const total = (counts: ReturnType<typeof count>['counts'], key: string): number =>
  counts
    .flatMap(({ cells }) => cells as Record<string, unknown>[])
    .reduce((sum, cell) => sum + Number(cell[key] ?? 0), 0);

describe('count', () => {
  it('counts what was done, by list, position, bucket and item', () => {
    const { counts } = count(
      [
        { kind: 'impression', item: 'a', at: 1, ...shown },
        { kind: 'click', item: 'a', at: 2, ...shown },
        { kind: 'impression', item: 'b', at: 1, list: 'home', position: 2, bucket: 3 },
        { kind: 'like', item: 'a', at: 3 },
      ],
      'daily',
    );
    expect(counts).toEqual([
      {
        version: 1,
        site: 'daily',
        epoch: 0,
        family: 'list',
        list: 'home',
        cells: [
          { item: 'a', position: 1, bucket: 0, impressions: 1, clicks: 1 },
          { item: 'b', position: 2, bucket: 3, impressions: 1, clicks: 0 },
        ],
      },
      { version: 1, site: 'daily', epoch: 0, family: 'reactions', cells: [{ item: 'a', likes: 1, dislikes: 0 }] },
    ]);
  });

  it('makes contributions that the schema accepts, and loses nothing that no bound keeps back', () => {
    fc.assert(
      fc.property(fc.array(signal, { maxLength: 300 }), (signals) => {
        const { counts, clipped } = count(signals, 'daily');
        for (const part of counts) expect(conforms.Check({ ...part, id: '0'.repeat(32) })).toBe(true);
        const said = ['impressions', 'clicks', 'likes', 'dislikes'].reduce((sum, key) => sum + total(counts, key), 0);
        expect(said + clipped).toBe(signals.length);
      }),
    );
  });

  it('does not tell the order of what was done', () => {
    const orders = fc
      .array(signal)
      .chain((all) => fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })));
    const sorted = (signals: readonly Signal[]) =>
      count(signals, 'daily')
        .counts.map((part) => JSON.stringify(part))
        .sort();
    fc.assert(
      fc.property(orders, ([one, other]) => {
        expect(sorted(one)).toEqual(sorted(other));
      }),
    );
  });

  it('clips every count of a cell', () => {
    const { counts, clipped } = count(
      Array.from({ length: 100 }, () => ({ kind: 'click', item: 'a', at: 1, ...shown }) as const),
      'daily',
    );
    expect(total(counts, 'clicks')).toBe(MAX_COUNT);
    expect(clipped).toBe(100 - MAX_COUNT);
  });

  it('cuts contributions to size', () => {
    const many = Array.from({ length: 3 * MAX_CELLS }, (_, i): Signal => ({
      kind: 'impression',
      item: `i${i}`,
      at: 1,
      ...shown,
    }));
    expect(count(many, 'daily').counts.map(({ cells }) => cells.length)).toEqual([MAX_CELLS, MAX_CELLS, MAX_CELLS]);
  });

  it('lets a device say no more in an epoch than its bound, over all its calls', () => {
    let spent: ReadonlyMap<number, number> = new Map();
    let said = 0;
    for (let call = 0; call < 5; call++) {
      const many = Array.from({ length: 2_000 }, (_, i): Signal => ({
        kind: 'impression',
        item: `i${call}-${i}`,
        at: 1,
        ...shown,
      }));
      const counted = count(many, 'daily', spent);
      spent = counted.spent;
      said += total(counted.counts, 'impressions');
    }
    expect(said).toBe(MAX_COUNTS_PER_EPOCH);
    const next = count([{ kind: 'impression', item: 'a', at: EPOCH_MS, ...shown }], 'daily', spent);
    expect(total(next.counts, 'impressions')).toBe(1);
  });

  it('counts an item called __proto__ like any other', () => {
    const item = '__proto__'.padEnd(MAX_ID_CHARS, '_');
    expect(
      total(
        count(
          [
            { kind: 'like', item: '__proto__', at: 1 },
            { kind: 'like', item, at: 1 },
          ],
          'daily',
        ).counts,
        'likes',
      ),
    ).toBe(2);
  });

  it('counts nothing of what was opened outside a list', () => {
    expect(count([{ kind: 'click', item: 'a', at: 1 }], 'daily').counts).toEqual([]);
  });

  it('counts impressions, clicks, likes and dislikes, and sends nothing of what else a visitor did', () => {
    const others = fc.sample(observations, 200).flatMap((all) => all.map((each) => each.signal));
    const told = others.filter(({ kind }) => !['impression', 'click', 'like', 'dislike'].includes(kind));
    expect(new Set(told.map(({ kind }) => kind)).size).toBe(14);
    expect(count(told, 'daily').counts).toEqual([]);
  });
});
