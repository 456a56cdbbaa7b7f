import { expect, it } from 'vitest';
import { gammaPrior as priorOf, type Prior } from './prior.js';

interface Item {
  readonly impressions: number;
  readonly clicks: number;
  readonly expected: number;
}

const item = (impressions: number, rate: number): Item => ({
  impressions,
  clicks: Math.round(impressions * rate),
  expected: impressions,
});
function gammaPrior(items: readonly Item[]): Prior {
  const column = (of: (item: Item) => number): Float64Array => Float64Array.from(items, of);
  return priorOf({
    length: items.length,
    impressions: column(({ impressions }) => impressions),
    clicks: column(({ clicks }) => clicks),
    expected: column(({ expected }) => expected),
  });
}
/** Attraction that goes with the square root of impressions. */
const rising = Array.from({ length: 40 }, (_, i) => Math.round(200 * 1.12 ** i)).map((n) =>
  item(n, 0.002 * Math.sqrt(n)),
);

it('believes more of items that were shown more often, where the clicks say so', () => {
  const { meanOf } = gammaPrior(rising);
  for (const impressions of [400, 1_600, 6_400])
    expect(meanOf(impressions) / (0.002 * Math.sqrt(impressions))).toBeCloseTo(1, 0);
  expect(meanOf(6_400)).toBeGreaterThan(3 * meanOf(400));
});

it('carries the trend on to items so rare that none was clicked', () => {
  const rare = [1, 2, 4, 8, 16].map((impressions) => ({ ...item(impressions, 0), expected: impressions / 10 }));
  const { meanOf } = gammaPrior([...rare, ...rising]);
  expect(meanOf(1)).toBeLessThan(meanOf(16));
  expect(meanOf(16)).toBeLessThan(meanOf(400));
});

it('never believes less of items that were shown more often', () => {
  const falling = [100, 200, 400, 800, 1_600, 3_200].map((impressions) => item(impressions, 20 / impressions));
  const { meanOf } = gammaPrior(falling);
  expect(meanOf(3_200)).toBeCloseTo(meanOf(100), 9);
});

it('believes items to be as different as most are, whatever a few that are clicked all the time say', () => {
  // about a hundred items of 20 clicks that chance alone scatters, and three of thousands that differ by half
  const many = Array.from({ length: 99 }, (_, i) => ({ ...item(1_000, 0), clicks: [15, 20, 25][i % 3] ?? 0 }));
  const few = [10_000, 20_000, 30_000].map((clicks) => ({ ...item(1_000_000, 0), clicks }));
  expect(gammaPrior([...many, ...few]).shape).toBeGreaterThan(9); // 6 if each click weighed the same
});
