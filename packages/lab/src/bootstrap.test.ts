import { randomNormal } from 'd3-random';
import { describe, expect, it } from 'vitest';
import { bootstrap, type Bootstrap } from './bootstrap.js';
import { mulberry32 } from './chance.js';

const mean = (sums: Float64Array): number => (sums[0] ?? NaN) / (sums[1] ?? NaN);

/** Of `units` draws of a normal distribution of mean 3 and standard deviation 2. */
function drawn(units: number, seed: number, samples = 400): Bootstrap {
  const normal = randomNormal.source(mulberry32(1_000 + seed))(3, 2);
  const over = bootstrap({ width: 2, samples, seed });
  for (let n = 0; n < units; n++) over.add(Float64Array.of(normal(), 1));
  return over;
}

describe('bootstrap', () => {
  it('gives the same interval for the same seed, and another for another', () => {
    expect(drawn(50, 1).interval(mean)).toEqual(drawn(50, 1).interval(mean));
    expect(drawn(50, 1).interval(mean)).not.toEqual(drawn(50, 2).interval(mean));
  });

  it('gives intervals of a mean that are ±1.96 standard errors wide, and hold the truth in 95 of 100', () => {
    const runs = Array.from({ length: 200 }, (_, seed) => drawn(100, seed).interval(mean));
    const holds = runs.filter(({ low, high }) => low <= 3 && 3 <= high).length / runs.length;
    expect(Math.abs(holds - 0.95)).toBeLessThan(0.05);
    const width = runs.reduce((sum, { low, high }) => sum + high - low, 0) / runs.length;
    expect(Math.abs(width / (2 * 1.96 * 0.2) - 1)).toBeLessThan(0.05);
  });

  it('draws what is compared alike: a difference of equals is exactly 0', () => {
    const over = drawn(30, 1);
    expect(over.interval((sums) => mean(sums) - mean(sums))).toEqual({ value: 0, low: 0, high: 0 });
    expect(over.units).toBe(30);
  });

  it('says nothing of nothing', () => {
    expect(drawn(0, 1).interval(mean)).toEqual({ value: NaN, low: NaN, high: NaN });
  });
});
