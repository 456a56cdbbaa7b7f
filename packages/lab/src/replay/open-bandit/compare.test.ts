import { describe, expect, it } from 'vitest';
import { compare } from './compare.js';
import type { Cell } from './tally.js';

const cell = (item: string, position: number, impressions: number, clicks: number): Cell => ({
  list: 'bts',
  item,
  position,
  impressions,
  clicks,
});
const csv = [cell('a', 1, 5, 1), cell('b', 1, 3, 0), cell('a', 2, 4, 2)];

describe('compare', () => {
  it('finds equal sums the same, whatever their order and however they are parted', () => {
    const served = [cell('a', 2, 4, 2), cell('b', 1, 3, 0), cell('a', 1, 2, 0), cell('a', 1, 3, 1)];
    const { same, positions, cells } = compare(csv, served);
    expect(same).toBe(true);
    expect(positions.map(({ position, served: { impressions } }) => [position, impressions])).toEqual([
      [1, 8],
      [2, 4],
    ]);
    expect(cells).toHaveLength(3);
  });

  it('sees what was counted for another item, although the position adds up', () => {
    const { same, positions, cells } = compare(csv, [cell('a', 1, 4, 1), cell('b', 1, 4, 0), cell('a', 2, 4, 2)]);
    expect(positions.every((position) => position.same)).toBe(true);
    expect(cells.filter((one) => !one.same).map(({ item }) => item)).toEqual(['a', 'b']);
    expect(same).toBe(false);
  });

  it('sees a click that is missing, a cell that is missing, and a cell that nobody logged', () => {
    expect(compare(csv, [cell('a', 1, 5, 0), ...csv.slice(1)]).same).toBe(false);
    expect(compare(csv, csv.slice(1)).same).toBe(false);
    expect(compare(csv, [...csv, cell('c', 3, 1, 0)]).same).toBe(false);
  });

  it('never takes what is not a number for the same', () => {
    expect(compare([cell('a', 1, NaN, 0)], [cell('a', 1, NaN, 0)]).same).toBe(false);
  });
});
