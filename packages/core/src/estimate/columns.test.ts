import fc from 'fast-check';
import { expect, it } from 'vitest';
import { byList, columnsOf, dealt, rowsOf, rowsWhere } from './columns.js';
import type { ListSum } from './sums.js';

const sums = fc.uniqueArray(
  fc.record({
    list: fc.constantFrom('home', 'next', ''),
    item: fc.string({ maxLength: 2 }),
    position: fc.integer({ min: 1, max: 12 }),
    bucket: fc.integer({ min: 0, max: 52 }),
    impressions: fc.nat({ max: 9 }),
    clicks: fc.nat({ max: 9 }),
    clicked: fc.nat({ max: 9 }),
    below: fc.nat({ max: 9 }),
    continued: fc.nat({ max: 9 }),
    contributions: fc.nat({ max: 9 }),
  }),
  { selector: ({ list, item, position, bucket }) => JSON.stringify([list, item, position, bucket]) },
);
const byText = (a: string, b: string): number => (a < b ? -1 : Number(a > b));

/** Columns, read back as sums. */
const read = (columns: ReturnType<typeof columnsOf>): ListSum[] =>
  Array.from(rowsOf(columns.length), (row) => ({
    list: columns.lists[columns.ofList[row] ?? -1] ?? '?',
    item: columns.items[columns.ofItem[row] ?? -1] ?? '?',
    position: columns.positions[row] ?? NaN,
    bucket: columns.buckets[row] ?? NaN,
    impressions: columns.impressions[row] ?? NaN,
    clicks: columns.clicks[row] ?? NaN,
    clicked: columns.clicked[row] ?? NaN,
    below: columns.below[row] ?? NaN,
    continued: columns.continued[row] ?? NaN,
    contributions: columns.contributions[row] ?? NaN,
  }));

it('holds sums by list, item, position and bucket, as a comparison orders them, with no more than one click an impression', () => {
  fc.assert(
    fc.property(sums, (all) => {
      const compared = [...all].sort(
        (a, b) => byText(a.list, b.list) || byText(a.item, b.item) || a.position - b.position || a.bucket - b.bucket,
      );
      const bounded = compared.map((sum) => ({ ...sum, clicks: Math.min(sum.clicks, sum.impressions) }));
      expect(read(columnsOf(all))).toEqual(bounded);
      expect(read(columnsOf(compared))).toEqual(bounded);
    }),
  );
});

it('takes what sums do not tell for none', () => {
  const [sum] = read(
    columnsOf([{ list: 'l', item: 'i', position: 1, bucket: 0, impressions: 1, clicks: 1, contributions: 1 }]),
  );
  expect(sum).toMatchObject({ clicked: 0, below: 0, continued: 0 });
});

it('gives each list its rows', () => {
  fc.assert(
    fc.property(sums, (all) => {
      const columns = columnsOf(all);
      const rowsByList = [...byList(columns, rowsOf(columns.length))];
      expect(rowsByList.map(([list]) => list)).toEqual(columns.lists);
      expect(rowsByList.flatMap(([, rows]) => [...rows])).toEqual([...rowsOf(all.length)]);
      for (const [list, rows] of rowsByList)
        for (const row of rows) expect(columns.lists[columns.ofList[row] ?? -1]).toBe(list);
    }),
  );
});

it('deals rows out by rank, and leaves those of one rank in their order', () => {
  const ranks = Uint8Array.of(2, 0, 1, 0, 2);
  expect([...dealt(Int32Array.of(4, 3, 2, 1, 0), ranks)]).toEqual([3, 1, 2, 4, 0]);
  const inOrder = Int32Array.of(1, 3, 2, 0, 4);
  expect(dealt(inOrder, ranks)).toBe(inOrder);
  expect([...dealt(Int32Array.of(0, 1), ranks)]).toEqual([1, 0]); // some of the rows
});

it('keeps some rows in their order, and is the same where all are kept', () => {
  const rows = Int32Array.of(5, 2, 4);
  expect([...rowsWhere(rows, (row) => row > 2)]).toEqual([5, 4]);
  expect(rowsWhere(rows, () => true)).toBe(rows);
  expect(rowsWhere(rows, () => false)).toHaveLength(0);
});
