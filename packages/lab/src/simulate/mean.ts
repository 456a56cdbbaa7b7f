import type { Interval } from '../bootstrap.js';

/** Of a normal distribution, 95 % lies within this many standard deviations. */
export const WITHIN_95 = 1.96;

/** The mean of independent runs. Of one run alone nothing is known of how runs differ: there is no interval. */
export function meanOf(runs: readonly number[]): Interval {
  const value = runs.reduce((sum, run) => sum + run, 0) / runs.length;
  const freedom = runs.length - 1;
  if (freedom === 0) return { value, low: value, high: value };
  const variance = runs.reduce((sum, run) => sum + (run - value) ** 2, 0) / freedom;
  const off = student(freedom) * Math.sqrt(variance / runs.length);
  return { value, low: value - off, high: value + off };
}

/** What `WITHIN_95` is for Student's t, which few runs follow: wider (Fisher & Cornish 1960, to 1/freedom²). */
function student(freedom: number): number {
  const z = WITHIN_95;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

/** How often something happens, of so many runs, and the 95 % interval of its share (Wilson 1927). */
export function shareOf(times: number, runs: number): Interval {
  const value = times / runs;
  const doubt = WITHIN_95 ** 2 / runs;
  const middle = (value + doubt / 2) / (1 + doubt);
  const off = Math.sqrt(value * (1 - value) * doubt + doubt ** 2 / 4) / (1 + doubt);
  return { value, low: Math.max(0, middle - off), high: Math.min(1, middle + off) };
}
