import { expect, it } from 'vitest';
import { meanOf, shareOf } from './mean.js';

it('is as unsure of a mean as Student’s t says', () => {
  // t of 9 degrees of freedom is 2.262, of 29 2.045
  const runs = Array.from({ length: 10 }, (_, i) => i);
  const { value, high } = meanOf(runs);
  expect(value).toBe(4.5);
  expect((high - value) / Math.sqrt(82.5 / 9 / 10)).toBeCloseTo(2.26, 2);
  const many = Array.from({ length: 30 }, (_, i) => i % 2);
  expect((meanOf(many).high - 0.5) / Math.sqrt((0.25 * 30) / 29 / 30)).toBeCloseTo(2.045, 3);
});

it('has no interval of one run', () => {
  expect(meanOf([0.3])).toEqual({ value: 0.3, low: 0.3, high: 0.3 });
});

it('says of a share how far it may be, where it was never and always, too', () => {
  const never = shareOf(0, 40);
  expect([never.value, never.low]).toEqual([0, 0]);
  expect(never.high).toBeCloseTo(0.0876, 4);
  const always = shareOf(40, 40);
  expect(always.low).toBeCloseTo(1 - 0.0876, 4);
  const some = shareOf(10, 40);
  expect([some.low, some.high].map((value) => value.toFixed(4))).toEqual(['0.1419', '0.4019']);
});
