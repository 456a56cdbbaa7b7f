import { expect, it } from 'vitest';
import { bytes, counted, duration, exactly, percent, roughly, weekOf } from './words.js';

it('rounds counts for reading, and tells them exactly when asked', () => {
  expect([roughly(999), roughly(1_234), roughly(2_500_000)]).toEqual(['999', '1.2k', '2.5M']);
  expect([counted(1, 'item'), counted(1_200, 'item'), exactly(1_234)]).toEqual(['1 item', '1.2k items', '1,234']);
});

it('tells stretches of time in one unit', () => {
  const [second, hour] = [1_000, 3_600_000];
  expect([-5, 40 * second, 300 * second, 3 * hour, 47 * hour, 72 * hour].map(duration)).toEqual([
    '0 s',
    '40 s',
    '5 min',
    '3 h',
    '47 h',
    '3 days',
  ]);
});

it('tells shares, sizes and weeks', () => {
  expect([0, 0.0314, 0.314, 1].map(percent)).toEqual(['0 %', '3.1 %', '31 %', '100 %']);
  expect([512, 1_536, 48_000_000].map(bytes)).toEqual(['512 bytes', '1.5 kB', '48 MB']);
  expect(weekOf(0)).toBe('1 Jan');
});
