import { describe, expect, it } from 'vitest';
import { BINS } from '../limits.js';
import { emptyModel, type Model } from '../model.js';
import { article } from '../policy/article.js';
import { defaultPolicy } from '../policy/policy.js';
import type { Dwell, Signal, Watch } from '../signal.js';
import { inQuantile } from './quantile.js';

const even = Array.from({ length: BINS - 1 }, (_, i) => (i + 1) / BINS);
const model: Model = {
  ...emptyModel,
  watch: [{ duration: 4, plays: 1_000, below: even }], // one minute
  dwell: [
    { place: 'page', device: 'phone', dwells: 1_000, below: even },
    { place: 'list', device: 'phone', dwells: 1_000, below: even.map(() => 0) },
  ],
};
const watch: Watch = { kind: 'watch', item: 'a', at: 1, attendedMs: 9_000, coverage: 0.5, durationMs: 61_000 };
const dwell: Dwell = { kind: 'dwell', item: 'a', at: 1, attendedMs: 32_000 }; // five octaves from a second: bin 10
const quantileOf = (signal: Signal, policy = defaultPolicy): unknown =>
  (inQuantile(signal, model, policy, 'phone') as { quantile?: number }).quantile;

describe('a signal among others of its kind', () => {
  it('is told how many plays of such a length cover less', () => {
    expect(quantileOf(watch)).toBeCloseTo(0.5, 9);
    expect(quantileOf({ ...watch, coverage: 0.26 })).toBeCloseTo(0.26, 9);
  });

  it('is told how many stay shorter in such a place', () => {
    expect(quantileOf(dwell)).toBeCloseTo(0.5, 9);
    expect(quantileOf({ ...dwell, list: 'home', position: 1 })).toBe(0);
  });

  it('in the last bin lies in the middle of all that are there: they cannot be told apart', () => {
    expect(quantileOf({ ...watch, coverage: 1 })).toBeCloseTo(0.975, 9);
    expect(quantileOf({ ...dwell, list: 'home', position: 1, attendedMs: 1e9 })).toBe(0.5);
  });

  it('is as it was where nothing is known, it says so itself, or the policy knows no quantiles', () => {
    for (const signal of [
      { ...watch, durationMs: 3_600_000 },
      { kind: 'watch', item: 'a', at: 1, attendedMs: 9_000, durationMs: 61_000 },
      { kind: 'watch', item: 'a', at: 1, attendedMs: 9_000, coverage: 0.5 },
      { kind: 'like', item: 'a', at: 1 },
    ] satisfies Signal[])
      expect(inQuantile(signal, model, defaultPolicy, 'phone')).toBe(signal);
    expect(inQuantile(dwell, model, defaultPolicy, 'desktop')).toBe(dwell);
    expect(inQuantile(watch, emptyModel, defaultPolicy, 'phone')).toBe(watch);
    expect(quantileOf({ ...watch, quantile: 0.9 })).toBe(0.9);
    expect(quantileOf(watch, article)).toBeUndefined();
  });
});
