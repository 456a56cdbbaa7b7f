import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defaultPolicy as policy } from '../policy/policy.js';
import type { Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, learn, merge, type Observation, type Profile } from './profile.js';
import { viewOf } from './view.js';

const ITEMS = ['a', 'b', 'c', 'd'].map((id, i) => ({ id, features: ['topic:x', `tag:${i % 2}`].slice(i % 3) }));

const observation: fc.Arbitrary<Observation> = fc
  .record({
    item: fc.constantFrom(...ITEMS),
    at: fc.integer({ min: 0, max: 400 * DAY_MS }),
    kind: fc.constantFrom('impression', 'click', 'like', 'dislike'),
    position: fc.integer({ min: 1, max: 30 }),
  })
  .map(({ item, at, kind, position }) => {
    const exposed = kind === 'impression' || kind === 'click';
    const signal = { kind, item: item.id, at, ...(exposed && { list: 'home', position, bucket: 0 }) } as Signal;
    return { signal, item };
  });
const history = fc.array(observation, { maxLength: 40 });

const learnt = (observations: readonly Observation[]): Profile =>
  observations.reduce((profile, each) => learn(profile, each, policy), emptyProfile(policy));
const NOW = 500 * DAY_MS;

/** Two profiles that say the same at one moment, to 1e-9. */
function expectSame(a: Profile, b: Profile): void {
  const [one, other] = [viewOf(a, policy, NOW), viewOf(b, policy, NOW)];
  expect(Object.keys(one.features).sort()).toEqual(Object.keys(other.features).sort());
  for (const sums of ['features', 'items'] as const)
    for (const [key, { score, confidence }] of Object.entries(one[sums])) {
      expect(other[sums][key]?.score).toBeCloseTo(score, 9);
      expect(other[sums][key]?.confidence).toBeCloseTo(confidence, 9);
    }
  expect(one.suppressed).toEqual(other.suppressed);
}

describe('profile', () => {
  it('is the same in whatever order signals come', () => {
    const orders = history.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(fc.property(orders, ([one, other]) => expectSame(learnt(one), learnt(other))));
  });

  it('is the same however signals are split into bursts', () => {
    fc.assert(
      fc.property(history, fc.nat(40), (all, cut) => {
        expectSame(merge(learnt(all.slice(0, cut)), learnt(all.slice(cut))), learnt(all));
      }),
    );
  });

  it('moves in time only by decay', () => {
    const profile = learnt([{ signal: { kind: 'like', item: 'a', at: 0 }, item: { id: 'a', features: ['x'] } }]);
    const at = (days: number) => viewOf(profile, policy, days * DAY_MS).features['x'];
    const { liking, confidence, halfLifeDays } = policy.kinds.like;
    expect(at(0)?.score).toBeCloseTo((liking * confidence) / (confidence + policy.doubt), 12);
    expect(at(halfLifeDays)?.score).toBeCloseTo((liking * confidence) / 2 / (confidence / 2 + policy.doubt), 12);
    expect(at(-10)).toEqual(at(0)); // a clock that ran backwards makes nothing grow
  });

  it('scores likes above 0, dislikes below, and says nothing of mere impressions', () => {
    const told = (kind: 'like' | 'dislike') =>
      learnt([{ signal: { kind, item: 'a', at: NOW }, item: { id: 'a', features: ['x'] } }]);
    expect(viewOf(told('like'), policy, NOW).features['x']?.score).toBeGreaterThan(0);
    expect(viewOf(told('dislike'), policy, NOW).features['x']?.score).toBeLessThan(-0.5);
    const seen = learnt([
      {
        signal: { kind: 'impression', item: 'a', at: NOW, list: 'l', position: 1, bucket: 0 },
        item: { id: 'a', features: ['x'] },
      },
    ]);
    expect(viewOf(seen, policy, NOW)).toMatchObject({ features: {}, items: { a: { score: 0, confidence: 0 } } });
  });

  it('suppresses what was disliked, until it expires', () => {
    const profile = learnt([{ signal: { kind: 'dislike', item: 'a', at: NOW }, item: { id: 'a' } }]);
    const until = NOW + policy.suppress.dislikeDays * DAY_MS;
    expect(viewOf(profile, policy, until - 1).suppressed).toEqual({ a: { by: 'dislike', at: NOW, until } });
    expect(viewOf(profile, policy, until).suppressed).toEqual({});
  });

  it('keeps a feature called __proto__ to itself', () => {
    const profile = learnt([
      { signal: { kind: 'like', item: '__proto__', at: NOW }, item: { id: '__proto__', features: ['__proto__'] } },
    ]);
    const view = viewOf(profile, policy, NOW);
    expect(Object.keys(view.features)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(view.features)).toBe(Object.prototype);
  });

  it('does not change what it is merged from', () => {
    fc.assert(
      fc.property(history, history, (a, b) => {
        const from = learnt(b);
        const before = structuredClone(from);
        merge(learnt(a), from);
        expect(from).toEqual(before);
      }),
    );
  });
});
