import fc from 'fast-check';
import { expect, it } from 'vitest';
import { BINS, DURATIONS } from '../limits.js';
import {
  coverageAt,
  coverageFrom,
  durationFrom,
  durationOf,
  histogramBin,
  placeBelow,
  timeAt,
  timeFrom,
} from './histogram.js';

it('puts a length into the bucket that begins at or before it', () => {
  for (let bucket = 0; bucket < DURATIONS; bucket++) {
    expect(durationOf(durationFrom(bucket) * 1.001)).toBe(bucket);
    expect(durationOf(durationFrom(bucket + 1) * 0.999)).toBe(bucket);
  }
  expect([durationOf(1), durationOf(1e12)]).toEqual([0, DURATIONS - 1]);
});

it('finds back what a place in a histogram stands for', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: BINS, noNaN: true }), (x) => {
      expect(timeAt(timeFrom(x))).toBeCloseTo(x, 9);
      expect(coverageAt(coverageFrom(x))).toBeCloseTo(x, 9);
    }),
  );
});

it('finds where a share of all lies below, straight within a bin', () => {
  const even = Array.from({ length: BINS - 1 }, (_, i) => (i + 1) / BINS);
  expect(placeBelow(even, 0.5)).toBeCloseTo(10, 9);
  expect(placeBelow(even, 0.99)).toBeCloseTo(19.8, 9);
  const all = even.map(() => 0); // everything is in the last bin
  expect(placeBelow(all, 0.25)).toBeCloseTo(BINS - 0.75, 9);
  expect(placeBelow(all, 0)).toBe(0); // in a bin that holds nothing
  const none = even.map(() => 1); // everything is in the first
  expect(placeBelow(none, 0.25)).toBeCloseTo(0.25, 9);
  expect(placeBelow(none, 0)).toBe(0);
  expect(histogramBin(placeBelow([0.5, 0.5, ...even.slice(2).map(() => 1)], 0.5))).toBe(1); // the end of its bin
});
