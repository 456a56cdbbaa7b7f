import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import type { Dwell, Signal } from '../signal.js';
import { learn, emptyProfile, type Profile } from '../profile/profile.js';
import { viewOf } from '../profile/view.js';
import { score } from './score.js';
import { dwellLiking } from './dwell.js';

const dwell = (attendedMs: number, more: Partial<Dwell> = {}): Dwell => ({
  kind: 'dwell',
  item: 'a',
  at: 0,
  attendedMs,
  ...more,
});
const liking = (attendedMs: number, more?: Partial<Dwell>): number => dwellLiking(dwell(attendedMs, more), policy);
const { mu, sigma, bounced } = policy.dwell;
/** The dwell that is so many standard deviations above the median. */
const at = (deviations: number): number => Math.exp(mu + deviations * sigma) * 1_000;

describe('dwellLiking', () => {
  it('says nothing of a dwell as long as most', () => {
    expect(liking(at(0))).toBeCloseTo(0, 6);
  });

  it.each([
    [-3, 0.0013499],
    [-1, 0.1586553],
    [0.5, 0.6914625],
    [1, 0.8413447],
    [1.96, 0.9750021],
    [3, 0.9986501],
  ])('is the share of dwells that are shorter: at %f deviations, %f of them', (deviations, shorter) => {
    expect(Math.abs(liking(at(deviations)) - (2 * shorter - 1))).toBeLessThan(4e-4);
  });

  it('is −1 for no time at all, and no more than 1 for a day or the longest time there is', () => {
    expect(liking(0)).toBe(-1);
    expect(liking(1)).toBeGreaterThanOrEqual(-1);
    expect(liking(86_400_000)).toBeGreaterThan(0.999);
    expect(liking(2 ** 53 - 1)).toBeLessThanOrEqual(1);
  });

  it('never falls as time goes on, and stays within ±1', () => {
    const ms = fc.double({ min: 0, max: 2 ** 53 - 1, noNaN: true });
    fc.assert(
      fc.property(ms, ms, (a, b) => {
        const [less, more] = [liking(Math.min(a, b)), liking(Math.max(a, b))];
        expect(less).toBeGreaterThanOrEqual(-1);
        expect(more).toBeLessThanOrEqual(1);
        expect(less).toBeLessThanOrEqual(more + 1e-12);
      }),
    );
  });

  it('is mirrored at the median', () => {
    for (const deviations of [0.1, 1, 2.5]) expect(liking(at(deviations))).toBeCloseTo(-liking(at(-deviations)), 12);
  });

  it('takes the share that a model knows rather than the policy’s own curve', () => {
    expect(liking(at(3), { quantile: 0.25 })).toBe(-0.5);
    expect([0, 0.5, 1].map((quantile) => liking(1_000, { quantile }))).toEqual([-1, 0, 1]);
  });

  it('takes a bounce-back for what it is, however long it was and whatever the model says', () => {
    expect(liking(at(3), { bounced: true, quantile: 1 })).toBe(bounced);
    expect(liking(at(1), { bounced: false })).toBe(liking(at(1)));
  });

  it('knows what is long for the kind of page: policies differ', () => {
    const essays = extendPolicy(policy, { dwell: { mu: Math.log(300) } });
    expect(dwellLiking(dwell(120_000), policy)).toBeGreaterThan(0.5);
    expect(dwellLiking(dwell(120_000), essays)).toBeLessThan(-0.5);
    expect(dwellLiking(dwell(300_000), essays)).toBeCloseTo(0, 6);
  });
});

describe('a glance, of an item that was looked at in a list', () => {
  const glance = (attendedMs: number): Dwell => dwell(attendedMs, { list: 'home', position: 3, bucket: 0 });

  it('is compared with other glances, and says a tenth of what a dwell says', () => {
    const { dwell: whole } = policy.kinds;
    expect(dwellLiking(glance(1_000 * Math.exp(policy.dwell.glance.mu)), policy)).toBeCloseTo(0, 6);
    const long = score(glance(8_000), policy);
    expect(long.liking).toBeGreaterThan(0.7);
    expect(long.confidence).toBeCloseTo(0.1 * whole.confidence, 12);
  });

  it('says nothing when it is shorter than most: it is an exposure like any other', () => {
    expect(score(glance(1_000), policy)).toMatchObject({ confidence: 0 });
  });

  it('speaks for what the item is about, and does not make the item known', () => {
    const item = { id: 'a', features: ['topic:sport'] };
    const profile = learn(emptyProfile(policy), { signal: glance(8_000), item }, policy);
    expect([...profile.features.keys()]).toEqual(['topic:sport']);
    expect(profile.items.size).toBe(0);
  });
});

describe('a dwell, beside the click that began it', () => {
  const item = { id: 'a', features: ['topic:sport'] };
  const told = (...signals: Signal[]): Profile =>
    signals.reduce((sum, signal) => learn(sum, { signal, item }, policy), emptyProfile(policy));
  const click: Signal = { kind: 'click', item: 'a', at: 1_000 };
  const after = (attendedMs: number, more: Partial<Dwell> = {}): Signal =>
    dwell(attendedMs, { at: 2_000 + attendedMs, opened: 1_000, ...more });
  const likings = (profile: Profile): [item: number, feature: number] => {
    const { items, features } = viewOf(profile, policy, 10_000);
    return [items['a']?.score ?? 0, features['topic:sport']?.score ?? 0];
  };

  it('says no less than the click: of one act the most is taken', () => {
    const [item1, feature1] = likings(told(click));
    for (const ms of [700, 5_000, 35_000]) {
      const [item2, feature2] = likings(told(click, after(ms)));
      expect(item2).toBeCloseTo(item1, 5);
      expect(feature2).toBeCloseTo(feature1, 5);
    }
    expect(likings(told(click, after(300_000)))[1]).toBeGreaterThan(2 * feature1);
  });

  it('that bounced speaks against the item, and for what it is about as the click did', () => {
    const [, feature1] = likings(told(click));
    const [item2, feature2] = likings(told(click, after(3_000, { bounced: true })));
    expect(item2).toBeLessThan(-0.05);
    expect(feature2).toBeCloseTo(feature1, 1);
    expect(feature2).toBeGreaterThan(0.05);
  });

  it('that bounced speaks for both, where a policy takes it for a good sign', () => {
    const changed = extendPolicy(policy, { dwell: { bounced: 0.5 } });
    const profile = [click, after(3_000, { bounced: true })].reduce(
      (sum, signal) => learn(sum, { signal, item }, changed),
      emptyProfile(changed),
    );
    const { items, features } = viewOf(profile, changed, 10_000);
    expect(items['a']?.score).toBeGreaterThan(0.05);
    expect(features['topic:sport']?.score).toBeGreaterThan(0.05);
  });
});
