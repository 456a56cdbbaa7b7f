import { expect, it } from 'vitest';
import { progressLine } from './progress.js';

it('draws a bar where it is known how much there is to do, and counts where it is not', () => {
  expect(progressLine(1_500, 3_000, 'requests answered')).toBe(
    `${'█'.repeat(12)}${'░'.repeat(12)} 1,500 of 3,000 requests answered`,
  );
  expect(progressLine(1_500, undefined, 'signals replayed')).toBe('1,500 signals replayed');
});
