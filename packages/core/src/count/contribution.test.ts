import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observations } from '../../test/observations.js';
import {
  MAX_CELLS,
  MAX_COUNT,
  MAX_COUNTS_PER_EPOCH,
  MAX_ID_CHARS,
  MAX_LIKED,
  MAX_PAIRED,
  MAX_PAIRS,
  MAX_PAIRS_PER_EPOCH,
  MAX_POSITION,
} from '../limits.js';
import { Contribution } from '../schema/contribution.js';
import type { Signal } from '../signal.js';
import { EPOCH_MS } from '../time.js';
import { Compile } from 'typebox/compile';
import { count } from './contribution.js';
import { saysLiked } from './liked.js';
import { nothingTold, withoutExcluded } from './told.js';

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
    .flatMap(({ cells }): readonly Record<string, unknown>[] => cells)
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
      { version: 1, site: 'daily', epoch: 0, family: 'pairs', cells: [{ item: 'a', other: 'a', devices: 1 }] },
    ]);
  });

  it('counts what was bought, again and again, and what was given back', () => {
    const { counts, uncounted } = count(
      [
        { kind: 'purchase', item: 'a', at: 1 },
        { kind: 'repurchase', item: 'a', at: 2 },
        { kind: 'return', item: 'a', at: 3 },
        { kind: 'purchase', item: 'b', at: 4, gift: true },
      ],
      'daily',
    );
    expect(counts.filter(({ family }) => family === 'purchases')).toEqual([
      {
        version: 1,
        site: 'daily',
        epoch: 0,
        family: 'purchases',
        cells: [
          { item: 'a', purchases: 2, returns: 1 },
          { item: 'b', purchases: 1, returns: 0 },
        ],
      },
    ]);
    expect(uncounted).toBe(0);
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
    let told = nothingTold;
    let said = 0;
    for (let call = 0; call < 5; call++) {
      const many = Array.from({ length: 2_000 }, (_, i): Signal => ({
        kind: 'impression',
        item: `i${call}-${i}`,
        at: 1,
        ...shown,
      }));
      const counted = count(many, 'daily', told);
      told = counted.told;
      said += total(counted.counts, 'impressions');
    }
    expect(said).toBe(MAX_COUNTS_PER_EPOCH);
    const next = count([{ kind: 'impression', item: 'a', at: EPOCH_MS, ...shown }], 'daily', told);
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

  it('sends nothing of what else a visitor did', () => {
    const others = fc.sample(observations, 200).flatMap((all) => all.map((each) => each.signal));
    const counted = ['impression', 'click', 'like', 'dislike', 'watch', 'dwell', 'purchase', 'repurchase', 'return'];
    const told = others.filter((each) => !counted.includes(each.kind) && !saysLiked(each));
    expect(new Set(told.map(({ kind }) => kind)).size).toBeGreaterThan(6);
    expect(count(told, 'daily').counts).toEqual([]);
  });

  it('counts how much was covered by length, and how long was dwelt by place and device, of no item in particular', () => {
    const { counts } = count(
      [
        { kind: 'watch', item: 'a', at: 1, coverage: 0.52, durationMs: 120_000, attendedMs: 60_000 },
        { kind: 'watch', item: 'b', at: 1, coverage: 1, durationMs: 120_000, attendedMs: 120_000 },
        { kind: 'watch', item: 'b', at: 1, coverage: 0, durationMs: 120_000, attendedMs: 0, technical: true },
        { kind: 'watch', item: 'live', at: 1, attendedMs: 60_000 },
        { kind: 'dwell', item: 'a', at: 1, attendedMs: 9_000 },
        { kind: 'dwell', item: 'b', at: 1, attendedMs: 1_100, list: 'home', position: 1, bucket: 0 },
      ],
      'daily',
      nothingTold,
      { nowMs: 1, device: 'phone' },
    );
    const cells = Object.fromEntries(counts.map((part) => [part.family, part.cells]));
    expect(cells).toMatchObject({
      watch: [
        { duration: 6, coverage: 10, plays: 1 },
        { duration: 6, coverage: 19, plays: 1 },
      ],
      dwell: [
        { place: 'list', device: 'phone', time: 0, dwells: 1 },
        { place: 'page', device: 'phone', time: 6, dwells: 1 },
      ],
    });
  });

  it('waits for the last word on an act, counts that once, and not what is told of it later', () => {
    const dwell = (at: number, attendedMs: number): Signal => ({ kind: 'dwell', item: 'a', opened: 5, at, attendedMs });
    const minutes = 60_000;
    const at = (nowMs: number) => ({ nowMs, device: 'desktop' }) as const;
    const first = count([dwell(10, 1_000)], 'daily', nothingTold, at(20));
    expect(first).toMatchObject({ counts: [], uncounted: 0, told: { acts: [dwell(10, 1_000)] } });
    const more = count([dwell(20 * minutes, 9_000)], 'daily', first.told, at(40 * minutes));
    expect(more).toMatchObject({ counts: [], told: { acts: [dwell(20 * minutes, 9_000)] } });
    const over = count([], 'daily', more.told, at(50 * minutes));
    expect(over).toMatchObject({ counts: [{ family: 'dwell', cells: [{ time: 6, dwells: 1 }] }], told: { acts: [] } });
    const late = count([dwell(90 * minutes, 99_000)], 'daily', over.told, at(200 * minutes));
    expect(late).toMatchObject({ counts: [], uncounted: 1 });
  });

  it('forgets an act that was excluded before it was over, and pairs nothing with an item that was', () => {
    const acts: Signal[] = ['a', 'b'].map((item) => ({ kind: 'dwell', item, opened: 5, at: 10, attendedMs: 1_000 }));
    const { told } = count(acts, 'daily', { ...nothingTold, liked: ['a', 'b'] }, { nowMs: 20, device: 'desktop' });
    expect(withoutExcluded(told, ({ item }) => item === 'a', new Set(['a']))).toMatchObject({
      acts: acts.slice(1),
      liked: ['b'],
    });
  });

  it('tells each pair of liked items once, however often they are liked, in contributions of eight', () => {
    const liking = fc.record({
      kind: fc.constant('like' as const),
      item: fc.nat({ max: 40 }).map(String),
      at: fc.nat(),
    });
    fc.assert(
      fc.property(fc.array(fc.array(liking, { maxLength: 40 }), { maxLength: 5 }), (calls) => {
        let told = nothingTold;
        const pairs: string[] = [];
        for (const signals of calls) {
          const counted = count(signals, 'daily', told);
          told = counted.told;
          for (const part of counted.counts)
            if (part.family === 'pairs') {
              expect(part.cells.length).toBeLessThanOrEqual(MAX_PAIRS);
              pairs.push(...part.cells.map(({ item, other }) => `${item} ${other}`));
              for (const { item, other } of part.cells) expect(item <= other).toBe(true);
            }
        }
        expect(new Set(pairs).size).toBe(pairs.length);
        const items = new Set(calls.flat().map(({ item }) => item));
        for (const item of items) expect(pairs).toContain(`${item} ${item}`);
      }),
    );
  });

  it('tells at most so many pairs a week, all of an item or none, and leaves room for what else there is to tell', () => {
    const likes = Array.from({ length: MAX_PAIRS_PER_EPOCH }, (_, n): Signal => ({
      kind: 'like',
      item: `${n}`,
      at: n,
    }));
    const { counts, told } = count(likes, 'daily');
    const pairs = counts.flatMap((part) => (part.family === 'pairs' ? part.cells : []));
    const alone = pairs.filter(({ item, other }) => item === other);
    expect(pairs.length).toBeLessThanOrEqual(MAX_PAIRS_PER_EPOCH);
    expect(pairs.length).toBeGreaterThan(MAX_PAIRS_PER_EPOCH - MAX_LIKED);
    expect(told.paired).toEqual(likes.slice(0, alone.length).map(({ item }) => item));
    expect(told.spentOnPairs).toEqual(new Map([[0, pairs.length]]));
    expect(told.spent).toEqual(new Map([[0, pairs.length + likes.length]]));
    const again = count(likes.slice(-1), 'daily', told).counts;
    expect(again.map(({ family }) => family)).toEqual(['reactions']);
    const later = { ...likes.at(-1), at: EPOCH_MS } as Signal;
    const nextWeek = count([later], 'daily', told).counts.flatMap((part) =>
      part.family === 'pairs' ? part.cells : [],
    );
    expect(nextWeek).toHaveLength(MAX_LIKED);
  });

  it('tells of no more than a thousand items what is liked with them, ever', () => {
    const paired = (items: number) => ({ ...nothingTold, paired: Array.from({ length: items }, (_, n) => `p${n}`) });
    const like: Signal = { kind: 'like', item: 'a', at: 1 };
    const families = (items: number) => count([like], 'daily', paired(items)).counts.map(({ family }) => family);
    expect(families(MAX_PAIRED - 1)).toContain('pairs');
    expect(families(MAX_PAIRED)).not.toContain('pairs');
  });

  it('pairs what is liked at the same moment in the order of its names, and what is liked later with the newest', () => {
    const like = (item: string, at: number): Signal => ({ kind: 'like', item, at });
    const { told } = count([like('b', 2), like('c', 1), like('a', 2), like('d', 2)], 'daily');
    expect(told.liked).toEqual(['c', 'a', 'b', 'd']);
    const many = Array.from({ length: MAX_LIKED + 1 }, (_, n) => like(`m${n}`, n));
    expect(count(many, 'daily').told.liked).toEqual(many.slice(1).map(({ item }) => item));
  });

  it('has no place for a play of unknown length or coverage, or one that failed: these are uncounted, and not clipped', () => {
    const play = { kind: 'watch', item: 'a', at: 1, attendedMs: 9 } as const;
    const plays: Signal[] = [
      { ...play, coverage: 0.2 },
      { ...play, item: 'b', durationMs: 10_000 },
      { ...play, item: 'c', durationMs: 10_000, coverage: 0.2, technical: true },
    ];
    expect(count(plays, 'daily')).toMatchObject({ counts: [], uncounted: 3, clipped: 0 });
    expect(count([{ ...play, durationMs: 10_000, coverage: 0.2 }], 'daily').uncounted).toBe(0);
  });

  it('tells what was lost and why, once; and what it has no room for, in another week', () => {
    const like: Signal = { kind: 'like', item: 'a', at: 1 };
    const many = Array.from({ length: MAX_COUNT + 3 }, () => like);
    const counting = { nowMs: 1, device: 'desktop', lost: { dropped: 2 } } as const;
    const { counts, told } = count(many, 'daily', nothingTold, counting);
    expect(counts.find(({ family }) => family === 'losses')?.cells).toEqual([
      { reason: 'clipped', signals: 3 },
      { reason: 'dropped', signals: 2 },
    ]);
    expect(count([], 'daily', told, { nowMs: 2, device: 'desktop' }).counts).toEqual([]);
    const full = { ...nothingTold, spent: new Map([[0, MAX_COUNTS_PER_EPOCH]]) };
    const silent = count([], 'daily', full, counting);
    expect(silent.counts).toEqual([]);
    expect(count([], 'daily', silent.told, { ...counting, nowMs: EPOCH_MS, lost: {} }).counts).toMatchObject([
      { family: 'losses', epoch: 1, cells: [{ reason: 'dropped', signals: 2 }] },
    ]);
  });
});
