import { describe, expect, it } from 'vitest';
import { defaultPolicy as policy } from '../policy/policy.js';
import type { Explicit, Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, lastSaid, learn, merge, profileOf, type Observation, type Profile } from './profile.js';
import { viewOf } from './view.js';

const NOW = 100 * DAY_MS;
const item = { id: 'v', features: ['x'] };
const told = (signal: Signal): Observation => ({ signal, item });
const learnt = (...all: readonly Observation[]): Profile =>
  all.reduce((profile, each) => learn(profile, each, policy), emptyProfile(policy));
const scoreOf = (profile: Profile): number => viewOf(profile, policy, NOW).items['v']?.score ?? NaN;

const act = { item: 'v', opened: 1 };
const click = told({ kind: 'click', ...act, at: 1 });
const dwell = told({ kind: 'dwell', ...act, at: 9, attendedMs: 60_000 });
const watch = (coverage: number, at = 10): Observation =>
  told({ kind: 'watch', ...act, at, coverage, attendedMs: 60_000 });

describe('of one act', () => {
  it('the later word counts, whichever is heard first, though the earlier said more', () => {
    const alone = scoreOf(learnt(watch(0.4, 20)));
    expect(scoreOf(learnt(watch(0.9, 10), watch(0.4, 20)))).toBeCloseTo(alone, 12);
    expect(scoreOf(learnt(watch(0.4, 20), watch(0.9, 10)))).toBeCloseTo(alone, 12);
  });

  it('the kinder of two words of one moment counts, whichever is heard first', () => {
    const alone = scoreOf(learnt(watch(0.9)));
    expect(scoreOf(learnt(watch(0.4), watch(0.9)))).toBeCloseTo(alone, 12);
    expect(scoreOf(learnt(watch(0.9), watch(0.4)))).toBeCloseTo(alone, 12);
  });

  it('the deepest signal counts, across profiles that are merged', () => {
    const alone = scoreOf(learnt(watch(0.9)));
    for (const [one, other] of [
      [learnt(click), learnt(dwell)],
      [learnt(dwell), learnt(click)],
      [learnt(), learnt(click, dwell)],
    ] as const)
      expect(scoreOf(learn(merge(one, other, policy), watch(0.9), policy))).toBeCloseTo(alone, 9);
  });
});

describe('merge', () => {
  it('is as new as the newer, and remembers what either had to forget', () => {
    const [old, fresh] = [learnt(click), learnt(dwell)];
    Object.assign(old.lost, { sums: 3, confidence: 0.5 });
    Object.assign(fresh.lost, { sums: 4, confidence: 0.25 });
    const merged = merge(fresh, old, policy);
    expect(merged.at).toBe(9);
    expect(merged.lost).toEqual({ sums: 7, confidence: 0.75 });
  });
});

describe('what was bought', () => {
  it('is counted, and no longer when it is taken back', () => {
    const buy: Explicit = { kind: 'purchase', item: 'v', at: 1 };
    const again: Explicit = { kind: 'repurchase', item: 'v', at: 2 };
    const undo = (of: Explicit): Observation => told({ kind: 'undo', item: 'v', at: 3, of });
    const profile = learnt(told(buy), told(again));
    expect(profile.bought.get('v')).toBe(2);
    expect(learn(profile, undo(again), policy).bought.get('v')).toBe(1);
    expect(learn(profile, undo(buy), policy).bought.has('v')).toBe(false);
  });
});

describe('what was taken back', () => {
  it('is that one thing, not another of the same moment', () => {
    const like: Explicit = { kind: 'like', item: 'v', at: 5 };
    const undo = (of: Explicit): Observation => told({ kind: 'undo', item: 'v', at: 6, of });
    const all = [told(like), told({ ...like, kind: 'save' }), undo({ ...like, kind: 'save' })];
    expect(lastSaid(all, 'v')).toEqual(like);
    expect(scoreOf(profileOf(all, policy))).toBeCloseTo(scoreOf(profileOf([told(like)], policy)), 12);
  });
});

describe('a profile', () => {
  it.each(['cart', 'skip'] as const)('stays finite over a century, of what fades fastest: %s', (kind) => {
    const century = 36_500 * DAY_MS;
    const [then, now] = [told({ kind, item: 'v', at: 0 }), told({ kind, item: 'v', at: century })];
    const alone = viewOf(learnt(now), policy, century).items['v'];
    for (const order of [
      [then, now],
      [now, then],
    ])
      expect(viewOf(learnt(...order), policy, century).items['v']?.score).toBeCloseTo(alone?.score ?? NaN, 9);
    expect(viewOf(merge(learnt(then), learnt(now), policy), policy, century).items['v']).toEqual(alone);
  });
});
