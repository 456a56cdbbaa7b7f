import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cover, emptyCoverage, MAX_PIECES, type Coverage } from './coverage.js';

/** Pieces as long and gaps as wide as told, in turn. */
function pieces(count: number, lengthMs: number, gapMs: (i: number) => number): Coverage {
  const coverage = emptyCoverage();
  for (let i = 0, at = 0; i < count; i++) {
    cover(coverage, at, at + lengthMs);
    at += lengthMs + gapMs(i);
  }
  return coverage;
}

const lengths = ({ edges }: Coverage): number => edges.reduce((sum, edge, i) => sum + (i % 2 === 0 ? -edge : edge), 0);

const isAscending = ({ edges }: Coverage): boolean => edges.every((edge, i) => edge > (edges[i - 1] ?? -1));

describe('coverage', () => {
  it('says how much of a range was new', () => {
    const coverage = emptyCoverage();
    expect(cover(coverage, 1_000, 3_000)).toBe(2_000);
    expect(cover(coverage, 2_000, 5_000)).toBe(2_000);
    expect(cover(coverage, 0, 10_000)).toBe(6_000);
    expect(cover(coverage, 4_000, 6_000)).toBe(0);
    expect(coverage).toEqual({ edges: [0, 10_000], coveredMs: 10_000, closedMs: 0 });
  });

  it('joins ranges that touch, and only those', () => {
    const coverage = emptyCoverage();
    for (const [from, to] of [[10, 20], [30, 40], [20, 25], [26, 30], [0, 9]] as const) cover(coverage, from, to); // prettier-ignore
    expect(coverage.edges).toEqual([0, 9, 10, 25, 26, 40]);
  });

  it('rounds ranges so that neighbours stay neighbours', () => {
    const coverage = emptyCoverage();
    for (let i = 0; i < 300; i++) cover(coverage, (i * 100) / 3, ((i + 1) * 100) / 3);
    expect(coverage.edges).toEqual([0, 10_000]);
    expect(coverage.coveredMs).toBe(10_000);
  });

  it.each([
    ['reversed', 5, 4],
    ['empty', 5, 5],
    ['shorter than can be told', 5.1, 5.2],
    ['negative', -1, 5],
    ['not a number from', NaN, 5],
    ['not a number to', 5, NaN],
    ['endless', 5, Infinity],
    ['without a start', -Infinity, 5],
    ['too far out for whole ms', 5, 2 ** 53],
  ])('covers nothing by a range that is %s', (_, from, to) => {
    const coverage = emptyCoverage();
    expect(cover(coverage, from, to)).toBe(0);
    expect(coverage).toEqual(emptyCoverage());
  });

  it('is exact at the largest whole numbers', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const coverage = emptyCoverage();
    expect(cover(coverage, most - 3, most)).toBe(3);
    expect(cover(coverage, 0, most)).toBe(most - 3);
    expect(coverage.edges).toEqual([0, most]);
  });

  it('keeps as many pieces as it may without loss', () => {
    const coverage = pieces(MAX_PIECES, 10, () => 5);
    expect(coverage.edges).toHaveLength(2 * MAX_PIECES);
    expect(coverage).toMatchObject({ coveredMs: 10 * MAX_PIECES, closedMs: 0 });
  });

  it('closes the smallest gap when there are too many pieces, and accounts for it', () => {
    const coverage = pieces(MAX_PIECES + 1, 10, (i) => (i === 100 ? 3 : 5));
    expect(coverage.edges).toHaveLength(2 * MAX_PIECES);
    expect(coverage).toMatchObject({ coveredMs: 10 * (MAX_PIECES + 1), closedMs: 3 });
    expect(coverage.edges.slice(200, 202)).toEqual([1_500, 1_523]);
    expect(cover(coverage, 1_510, 1_513)).toBe(0); // played later, the closed gap is known as played
  });

  const ranges = fc.array(fc.tuple(fc.nat(400), fc.nat(400)), { maxLength: 60 });

  it('equals a set of milliseconds', () => {
    fc.assert(
      fc.property(ranges, (told) => {
        const coverage = emptyCoverage();
        const played = new Set<number>();
        for (const [from, to] of told) {
          const before = played.size;
          for (let ms = from; ms < to; ms++) played.add(ms);
          expect(cover(coverage, from, to)).toBe(played.size - before);
        }
        const starts = [...played].filter((ms) => !played.has(ms - 1));
        const ends = [...played].filter((ms) => !played.has(ms + 1)).map((ms) => ms + 1);
        expect(coverage.edges).toEqual([...starts, ...ends].sort((a, b) => a - b));
        expect(coverage.coveredMs).toBe(played.size);
      }),
      { numRuns: 1_000 },
    );
  });

  it('does not depend on the order of ranges', () => {
    fc.assert(
      fc.property(ranges, (told) => {
        const [there, back] = [emptyCoverage(), emptyCoverage()];
        for (const [from, to] of told) cover(there, from, to);
        for (const [from, to] of told.reverse()) cover(back, from, to);
        expect(there).toEqual(back);
      }),
    );
  });

  it('stays within bounds whatever it is told, and its error is known', () => {
    fc.assert(
      fc.property(fc.infiniteStream(fc.nat(30_000)), fc.integer({ min: 1, max: 20 }), (starts, lengthMs) => {
        const coverage = emptyCoverage();
        const played = new Set<number>();
        for (const from of starts.take(2_000)) {
          for (let ms = from; ms < from + lengthMs; ms++) played.add(ms);
          cover(coverage, from, from + lengthMs);
        }
        expect(coverage.edges.length).toBeLessThanOrEqual(2 * MAX_PIECES);
        expect(isAscending(coverage)).toBe(true);
        expect(lengths(coverage)).toBe(coverage.coveredMs + coverage.closedMs);
        expect(coverage.coveredMs).toBeLessThanOrEqual(played.size);
        expect(coverage.coveredMs + coverage.closedMs).toBeGreaterThanOrEqual(played.size);
      }),
      { numRuns: 30 },
    );
  });

  it('never throws, counts NaN or grows, whatever the numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.double(), fc.double())), (told) => {
        const coverage = emptyCoverage();
        for (const [from, to] of told) expect(cover(coverage, from, to)).toBeGreaterThanOrEqual(0);
        expect(coverage.edges.every(Number.isSafeInteger) && isAscending(coverage)).toBe(true);
      }),
    );
  });
});
