import { describe, expect, it } from 'vitest';
import { estimate } from './model.js';
import { MIN_CLICKS, positionCurve } from './position.js';
import { itemQuality } from './quality.js';
import { noSums, type ListSum } from './sums.js';

const cell = (
  item: string,
  position: number,
  impressions: number,
  clicks: number,
  { list = 'home', contributions = 30 }: { readonly list?: string; readonly contributions?: number } = {},
): ListSum => ({ list, item, position, bucket: 0, impressions, clicks, contributions });

describe('a model', () => {
  const steep = [1, 0.2];
  const cells = [
    cell('a', 1, 500, 40, { list: 'next', contributions: 20 }),
    cell('a', 1, 10_000, 1_000),
    cell('a', 2, 10_000, 200),
    cell('b', 1, 10_000, 2_000),
    cell('b', 2, 10_000, 400),
    cell('c', 4, 1_000, 25, { list: 'far', contributions: 12 }),
    cell('c', 5, 1_000, 20, { list: 'away', contributions: 8 }),
    cell('d', 1, 1_000, 90, { list: 'away', contributions: 19 }),
  ];
  const released = () => estimate('daily', { ...noSums, lists: cells }, 20);

  it('has the lists that enough contributions speak of, by name', () => {
    const model = released();
    expect(model.lists.map(({ list, estimated }) => [list, estimated])).toEqual([
      ['home', true],
      ['next', false],
    ]);
    model.lists[0]?.theta.forEach((value, k) => expect(value).toBeCloseTo(steep[k] ?? NaN, 2));
  });

  it('has the items that enough contributions speak of, all lists together', () => {
    expect(released().items.map(({ item }) => item)).toEqual(['a', 'b', 'c']);
  });

  it('forgives items for their places: by the curve of their list, or 1/k where it has none', () => {
    const home = released().lists[0]?.theta;
    const known = itemQuality(cells, (list, position) =>
      list === 'home' ? (home?.[position - 1] ?? NaN) : 1 / position,
    );
    for (const { item, quality } of released().items)
      expect(quality).toBeCloseTo(known.find((entry) => entry.item === item)?.quality ?? NaN, 6);
  });

  it('is the same to the last bit, whatever the order of the sums', () => {
    const many = Array.from({ length: 36 }, (_, i) => {
      const position = 1 + Math.floor(i / 12);
      return cell(`i${i % 12}`, position, 900 + ((i * 37) % 101), Math.floor((97 + ((i * 53) % 29)) / position));
    });
    const told = (lists: readonly ListSum[]) => JSON.stringify(estimate('daily', { ...noSums, lists }, 20));
    const byItem = [...many].sort((a, b) => b.item.localeCompare(a.item) || a.position - b.position);
    expect(told(byItem)).toBe(told(many));
    expect(JSON.parse(told(many))).toMatchObject({ lists: [{ estimated: true }] });
  });
});

describe('a position curve', () => {
  const half = MIN_CLICKS / 2;

  it('is estimated from the fewest clicks that do, and not from one less', () => {
    const told = (clicks: number) => positionCurve('home', [cell('a', 1, 500, half), cell('a', 2, 1_000, clicks)]);
    expect(told(half)).toMatchObject({ estimated: true, clicks: MIN_CLICKS, impressions: 1_500 });
    expect(told(half).theta[1]).toBeCloseTo(0.5, 6);
    expect(told(half - 1)).toMatchObject({ estimated: false, fallback: 'few clicks' });
  });

  it('is not estimated where a position has no clicks, or was clicked but never shown', () => {
    const unclicked = [cell('a', 1, 9_000, 900), cell('a', 2, 9_000, 0)];
    const unshown = [cell('a', 1, 9_000, 900), cell('a', 2, 0, 5)];
    for (const cells of [unclicked, unshown])
      expect(positionCurve('home', cells)).toMatchObject({ estimated: false, theta: [1, 0.5] });
  });

  it('is not misled by clicks on what was never shown', () => {
    const shown = [cell('a', 1, 1_000, 400), cell('a', 2, 1_000, 200)];
    const never = [cell('b', 1, 0, 3), cell('b', 2, 0, 3)];
    const { theta, estimated } = positionCurve('home', [...shown, ...never]);
    expect(estimated).toBe(true);
    expect(theta.every((value) => value > 0 && value <= 1)).toBe(true);
  });
});
