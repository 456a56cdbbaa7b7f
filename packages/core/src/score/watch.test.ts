import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import type { Watch } from '../signal.js';
import { score } from './score.js';
import { completion, replayBonus, valueAt, watchLabel, watchLiking } from './watch.js';

const LONG_S = 600;
/** A play of a share of ten minutes, attended as long as it ran. */
const play = (coverage: number, more: Partial<Watch> = {}): Watch => ({
  kind: 'watch',
  item: 'a',
  at: 0,
  coverage,
  attendedMs: coverage * LONG_S * 1_000,
  durationMs: LONG_S * 1_000,
  ...more,
});
const liking = (coverage: number, more?: Partial<Watch>): number => watchLiking(play(coverage, more), policy);

describe('completion', () => {
  it('is the share that was covered', () => {
    expect([0, 0.3, 1].map((coverage) => completion(play(coverage), policy))).toEqual([0, 0.3, 1]);
  });

  it('is whole for who leaves when the credits roll, and not for who skips to them', () => {
    expect(completion(play(0.94, { dropOff: 0.95 }), policy)).toBe(1);
    expect(completion(play(0.94, { dropOff: 0.949 }), policy)).toBe(0.94);
    expect(completion(play(0.1, { dropOff: 1 }), policy)).toBe(0.1);
  });
});

describe('watchLabel', () => {
  it.each([
    [0, 'bounce'],
    [0.01, 'bounce'], //  6 s of 10 min
    [0.012, 'browse'], // 7.2 s: too long for a slip
    [0.1, 'browse'],
    [0.3499, 'browse'],
    [0.35, 'engaged'],
    [0.7999, 'engaged'],
    [0.8, 'loved'],
    [1, 'loved'],
  ] as const)('calls a play of %f of ten minutes %s', (coverage, label) => {
    expect(watchLabel(play(coverage), policy)).toBe(label);
  });

  it.each([
    [0.09, 30_000, 'bounce'],
    [0.1, 30_000, 'browse'],
    [0.09, 30_001, 'browse'], // from here on seven seconds count too
  ] as const)('goes by the share alone where an item is short: %f of %i ms is %s', (coverage, durationMs, label) => {
    expect(watchLabel(play(coverage, { durationMs, attendedMs: 8_000 }), policy)).toBe(label);
  });

  it('takes an item without a length for a long one', () => {
    const { durationMs: _, ...unmeasured } = play(0, { attendedMs: 3_600_000 });
    expect(watchLabel(unmeasured, policy)).toBe('browse');
    expect(watchLabel({ ...unmeasured, attendedMs: 6_999 }, policy)).toBe('bounce');
    expect(watchLabel({ ...unmeasured, attendedMs: 7_000 }, policy)).toBe('browse');
  });
});

describe('a live stream', () => {
  const live = (attendedMs: number): Watch => ({ kind: 'watch', item: 'a', at: 0, attendedMs });

  it('goes by the time alone, from a bounce to engaged', () => {
    const seconds = [0, 6.9, 7, 40, 600];
    expect(seconds.map((s) => watchLabel(live(s * 1_000), policy))).toEqual(['bounce', 'bounce', 'browse', 'engaged', 'engaged']); // prettier-ignore
    expect(completion(live(0), policy)).toBe(0);
    expect(completion(live(Math.exp(policy.dwell.mu) * 1_000), policy)).toBeCloseTo(0.4, 9); // the median
  });

  it('is never liked more than a play that is about to be loved', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        fc.double({ min: 0, max: 1e9, noNaN: true }),
        (a, b) => {
          const less = watchLiking(live(Math.min(a, b)), policy);
          const more = watchLiking(live(Math.max(a, b)), policy);
          expect(less).toBeGreaterThanOrEqual(-0.5);
          expect(more).toBeLessThanOrEqual(liking(policy.watch.labels[2]));
          expect(less).toBeLessThanOrEqual(more + 1e-12);
        },
      ),
    );
  });

  it('takes the share that a model knows', () => {
    expect(watchLiking({ ...live(60_000), quantile: 0.75 }, policy)).toBe(0.5);
  });
});

describe('replayBonus', () => {
  it('is what was played again, at most a half, if most was covered', () => {
    const bonus = (coverage: number, replay: number) => replayBonus(play(coverage, { replay }), policy);
    expect(bonus(0.8, 0.2)).toBe(0.2);
    expect(bonus(1, 0.5)).toBe(0.5);
    expect(bonus(1, 1e6)).toBe(0.5);
    expect(bonus(0.79, 1)).toBe(0);
    expect(bonus(1, 0)).toBe(0);
    expect(replayBonus(play(1), policy)).toBe(0);
  });

  it('is all or nothing where the policy says flat', () => {
    const flat = extendPolicy(policy, { watch: { replay: { flat: true } } });
    expect(replayBonus(play(0.9, { replay: 0.01 }), flat)).toBe(0.5);
    expect(replayBonus(play(0.7, { replay: 5 }), flat)).toBe(0);
  });
});

describe('watchLiking', () => {
  it('is below zero for a bounce, about zero for browsing, and high for a play to the end', () => {
    expect(liking(0)).toBe(-0.5);
    expect(liking(0.01)).toBeLessThan(-0.4);
    expect(liking(0.2)).toBeCloseTo(-0.02, 12);
    expect(liking(0.8)).toBeCloseTo(0.6, 12);
    expect(liking(1)).toBeCloseTo(0.8, 12);
  });

  it('is no worse than browsing for what was no bounce', () => {
    expect(liking(0.02)).toBe(-0.1); // 12 s of 10 min
    expect(liking(0.02)).toBe(liking(0.1));
  });

  it('adds what was played again, up to 1', () => {
    expect(liking(0.8, { replay: 0.1 })).toBeCloseTo(0.7, 12);
    expect(liking(1, { replay: 3 })).toBe(1);
  });

  it('takes the share that a model knows, on the scale from −1 to 1', () => {
    expect([0, 0.25, 0.5, 1].map((quantile) => liking(0.3, { quantile }))).toEqual([-1, -0.5, 0, 1]);
    expect(liking(0.9, { quantile: 0.5, replay: 0.3 })).toBeCloseTo(0.3, 12);
  });

  it('never falls with what was covered or played again, and stays within ±1', () => {
    const share = fc.double({ min: 0, max: 1, noNaN: true });
    const replay = fc.double({ min: 0, max: 1e6, noNaN: true });
    fc.assert(
      fc.property(share, share, replay, replay, (a, b, c, d) => {
        const less = liking(Math.min(a, b), { replay: Math.min(c, d) });
        const more = liking(Math.max(a, b), { replay: Math.max(c, d) });
        expect(less).toBeGreaterThanOrEqual(-1);
        expect(more).toBeLessThanOrEqual(1);
        expect(less).toBeLessThanOrEqual(more + 1e-12);
      }),
    );
  });

  it('says nothing when the player failed', () => {
    expect(score(play(0, { technical: true }), policy).confidence).toBe(0);
    expect(score(play(0), policy).confidence).toBe(policy.kinds.watch.confidence);
  });
});

describe('valueAt', () => {
  const curve = [
    [0.2, -1],
    [0.6, 1],
  ] as const;

  it('is straight between two points, and that of the end beyond it', () => {
    expect([0, 0.2, 0.4, 0.6, 1].map((x) => valueAt(curve, x))).toEqual([-1, -1, expect.closeTo(0, 12), 1, 1]);
  });

  it('steps up where two points share their x, from that x on', () => {
    const step = [
      [0, 0],
      [0.5, 0],
      [0.5, 1],
    ] as const;
    expect([0, 0.499_999, 0.5, 1].map((x) => valueAt(step, x))).toEqual([0, 0, 1, 1]);
  });

  it('is 0 everywhere where there is no curve', () => {
    expect(valueAt([], 0.5)).toBe(0);
  });
});

it('believes a play without sound half as much, and one that was unmuted in between', () => {
  const { confidence } = score(play(1), policy);
  expect(score(play(1, { muted: 1 }), policy).confidence).toBeCloseTo(confidence / 2, 12);
  expect(score(play(1, { muted: 0.5 }), policy).confidence).toBeCloseTo(0.75 * confidence, 12);
  expect(score(play(1, { muted: 1 }), policy).liking).toBe(score(play(1), policy).liking);
});
