import { describe, expect, it } from 'vitest';
import { shrink } from './shrink.js';

const law = (eta: number, depth: number): number[] => Array.from({ length: depth }, (_, k) => -eta * Math.log(k + 1));
const sure = (error: number, depth: number): number[] => [0, ...new Array<number>(depth - 1).fill(error)];

describe('shrink', () => {
  it('finds the power law that the data follow, and leaves them on it', () => {
    const { eta, logs } = shrink(law(1.4, 8), sure(0.01, 8));
    expect(eta).toBeCloseTo(1.4, 3);
    logs.forEach((y, k) => expect(y).toBeCloseTo(law(1.4, 8)[k] ?? NaN, 3));
  });

  it('is the prior, η = 1 ± 0.5, without data', () => {
    const { eta, etaError, logs } = shrink([0, -Infinity, NaN], [0, Infinity, Infinity]);
    expect([eta, etaError]).toEqual([1, 0.5]);
    logs.forEach((y, k) => expect(y).toBeCloseTo(law(1, 3)[k] ?? NaN, 12));
  });

  it('weighs data and prior by their precision', () => {
    // one position: x = log 2, w = 1/0.25; η = (4·1 + w·x·2x) / (4 + w x²) at y = −2x
    const x = Math.log(2);
    const { eta } = shrink([0, -2 * x], [0, 0.5]);
    expect(eta).toBeCloseTo((4 + 4 * 2 * x * x) / (4 + 4 * x * x), 12);
  });

  it('draws what is unsure to the law, and leaves what is sure where it is', () => {
    const y = law(1, 6);
    y[3] = (y[3] ?? 0) + 1; // off the law
    const errors = sure(0.01, 6);
    const kept = shrink(y, errors).logs[3] ?? NaN;
    const drawn = shrink(y, errors.with(3, 3)).logs[3] ?? NaN;
    expect(Math.abs(kept - (y[3] ?? 0))).toBeLessThan(0.02);
    expect(Math.abs(drawn - (y[3] ?? 0))).toBeGreaterThan(0.5);
  });

  it('never lets a curve rise: η is 0 at least', () => {
    expect(shrink(law(-2, 5), sure(0.01, 5)).eta).toBe(0);
  });
});
