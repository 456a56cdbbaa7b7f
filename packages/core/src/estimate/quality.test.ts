import { describe, expect, it } from 'vitest';
import { gammaPrior } from './prior.js';
import { itemQuality } from './quality.js';
import type { ListSum } from './sums.js';

const cell = (item: string, position: number, impressions: number, clicks: number, bucket = 0): ListSum => ({
  list: 'home',
  item,
  position,
  bucket,
  impressions,
  clicks,
  contributions: 30,
});
const flat = (): number => 1;
const qualities = (cells: readonly ListSum[], theta: (list: string, position: number) => number = flat) =>
  Object.fromEntries(itemQuality(cells, theta).map(({ item, quality }) => [item, quality]));

describe('itemQuality', () => {
  it('is above 1 for items opened more often than expected, and draws in those seldom shown', () => {
    const plain = Array.from({ length: 20 }, (_, i) => cell(`plain ${i}`, 1, 1_000, 120 + (i % 5) * 3));
    const found = qualities([...plain, cell('good', 1, 1_000, 200), cell('bad', 1, 1_000, 50), cell('rare', 1, 4, 2)]);
    expect(found['good']).toBeGreaterThan(1.3);
    expect(found['bad']).toBeLessThan(0.7);
    expect(found['rare']).toBeGreaterThan(0.5);
    expect(found['rare']).toBeLessThan(2);
  });

  it('forgives items for the places they stood at', () => {
    const found = qualities([cell('high', 1, 1_000, 100), cell('low', 4, 1_000, 25)], (_, position) => 1 / position);
    for (const quality of Object.values(found)) expect(quality).toBeCloseTo(1, 2);
  });

  it('adds up all the places where an item stood, and leaves out what was never seen', () => {
    const entries = itemQuality([cell('a', 1, 100, 9), cell('a', 2, 300, 9), cell('b', 1, 0, 3)], flat);
    expect(entries).toMatchObject([{ item: 'a', impressions: 400, clicks: 18 }]);
    expect(entries[0]?.quality).toBeCloseTo(1, 2);
  });

  it('is empty without clicks', () => {
    expect(itemQuality([cell('a', 1, 10, 0)], flat)).toEqual([]);
    expect(itemQuality([], flat)).toEqual([]);
  });

  it('is clicks and shape over exposure and prior, in closed form', () => {
    const cells = [200, 50, 120, 90, 160].map((clicks, i) => cell(`i${i}`, 1, 1_000, clicks));
    const [clicksOf, seen] = [Float64Array.from(cells, ({ clicks }) => clicks), new Float64Array(5).fill(1_000)];
    const { meanOf, shape } = gammaPrior({ length: 5, clicks: clicksOf, impressions: seen, expected: seen });
    const mean = 620 / 5_000;
    expect(meanOf(1_000)).toBeCloseTo(mean, 6); // all were shown as often
    const spread = cells.reduce((sum, { clicks }) => sum + ((clicks - 124) ** 2 - 124) / 124 ** 2, 0) / cells.length; // all weigh alike
    expect(shape).toBeCloseTo(1 / spread, 4);
    const found = qualities(cells);
    expect(found['i0']).toBeCloseTo((200 + shape) / (1_000 + shape / mean) / mean, 4);
  });

  it('has the interval of a gamma posterior, narrower with more clicks', () => {
    const cells = [
      ...Array.from({ length: 30 }, (_, i) => cell(`i${i}`, 1, 1_000, 40 + 8 * i)),
      cell('thin', 1, 900, 150),
      cell('thick', 1, 90_000, 15_000),
    ];
    const [thick, thin] = itemQuality(cells, flat).slice(-2);
    const widthOf = ({ low = 0, high = 0 } = {}): number => high - low;
    for (const one of [thin, thick]) {
      expect(one?.low).toBeLessThan(one?.quality ?? 0);
      expect(one?.high).toBeGreaterThan(one?.quality ?? 0);
    }
    expect(widthOf(thin)).toBeGreaterThan(5 * widthOf(thick));
    // 95 % of a gamma distribution of shape 15,000 and more is ± 1.96/√15,000 of its mean
    expect(widthOf(thick) / (thick?.quality ?? NaN)).toBeCloseTo((2 * 1.96) / Math.sqrt(15_000), 2);
  });

  it('does not draw an item up to the average that a good order hardly ever shows', () => {
    // the more an item was shown, the better it is; of the rare ones next to nothing is known of its own
    const cells = Array.from({ length: 60 }, (_, i) => {
      const impressions = Math.round(4 * 1.13 ** i);
      return cell(`i${i}`, 1, impressions, Math.round(impressions * 0.01 * 1.05 ** i));
    });
    const found = qualities(cells);
    expect(found['i0']).toBeLessThan(0.5);
    expect(found['i59']).toBeGreaterThan(1);
  });

  it('does not punish rare items where showing has nothing to do with quality', () => {
    const cells = Array.from({ length: 60 }, (_, i) => {
      const impressions = Math.round(40 * 1.1 ** i);
      return cell(`i${i}`, 1, impressions, Math.round(impressions * (i % 2 === 0 ? 0.05 : 0.15)));
    });
    const rare = qualities([...cells, cell('rare', 1, 30, 3)])['rare'];
    expect(rare).toBeGreaterThan(0.8);
    expect(rare).toBeLessThan(1.25);
  });

  it('tells an item that is shown to those who like it from one that all like', () => {
    // bucket 32 opens four times as much as bucket 1, whatever the item
    const cells = [
      cell('pleases few, shown to them', 1, 9_000, 1_800, 32),
      cell('pleases few, shown to them', 1, 1_000, 50, 1),
      cell('pleases all, shown to others', 1, 1_000, 400, 32),
      cell('pleases all, shown to others', 1, 9_000, 900, 1),
      cell('between', 1, 5_000, 1_500, 32),
      cell('between', 1, 5_000, 375, 1),
    ];
    const found = qualities(cells);
    const ratio = (found['pleases all, shown to others'] ?? 0) / (found['pleases few, shown to them'] ?? 1);
    expect(ratio).toBeGreaterThan(1.8); // truly 2; click rates alone say 1300/1850
  });

  it('takes no more than one click of an impression', () => {
    const cells = [cell('a', 1, 10, 10), cell('b', 1, 1_000, 100), cell('c', 1, 1_000, 300)];
    const pushed = cells.with(0, cell('a', 1, 10, 9_999));
    expect(qualities(pushed)).toEqual(qualities(cells));
  });
});
