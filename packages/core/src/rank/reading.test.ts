import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { emptyModel, type Model } from '../model.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { emptyProfile, learn, profileOf, type Observation } from '../profile/profile.js';
import { DAY_MS } from '../time.js';
import { bearingOf } from './evidence.js';
import { rank } from './rank.js';

const NOW = 1_000 * DAY_MS;
const scoreOf = (item: Item, told: readonly Observation[], nowMs = NOW, model: Model = emptyModel, by = policy) =>
  rank([item], profileOf(told, by), model, by, nowMs)[0]?.score;

const crowd = (quality: number): Model => ({
  ...emptyModel,
  items: new Map([['a', { item: 'a', quality, impressions: 9, clicks: 3 }]]),
});

describe("the crowd's verdict", () => {
  it.each([
    [3, 0.5],
    [1, 0],
    [0.25, -0.6],
  ])('of an item of quality %d is (q − 1)/(q + 1), as far as it is trusted', (quality, verdict) => {
    const { quality: trust, doubt } = policy;
    expect(scoreOf({ id: 'a' }, [], NOW, crowd(quality))).toBeCloseTo((verdict * trust) / (trust + doubt), 12);
  });
});

describe('being passed over', () => {
  const { free } = policy.impression;
  const { confidence, liking, halfLifeDays } = policy.kinds.impression;
  const shown: Observation = {
    item: { id: 'a' },
    signal: { kind: 'impression', item: 'a', at: NOW, list: 'home', position: 1, bucket: 0 },
  };
  const times = (n: number) => Array.from({ length: n }, () => shown);

  it('counts from the first time after the free ones', () => {
    const ignored = 4 * confidence;
    expect(scoreOf({ id: 'a' }, times(free))).toBe(0);
    expect(scoreOf({ id: 'a' }, times(free + 4))).toBeCloseTo((liking * ignored) / (ignored + policy.doubt), 12);
  });

  it('is forgotten as it fades, until only free times are left', () => {
    const told = times(2 * free);
    const after = (lives: number) => scoreOf({ id: 'a' }, told, NOW + lives * halfLifeDays * DAY_MS);
    expect(after(0)).toBeLessThan(after(0.5) ?? 9);
    expect(after(0.5)).toBeLessThan(0);
    expect(after(1)).toBeCloseTo(0, 12);
    expect(after(3)).toBe(0);
  });
});

describe('a dense vector', () => {
  const liked: Observation = {
    item: { id: 'x', features: [1, 0], creator: 'undefined' },
    signal: { kind: 'like', item: 'x', at: NOW },
  };

  it('of nothing but zeros says nothing', () => {
    expect(scoreOf({ id: 'y', features: [0, 0] }, [liked])).toBe(0);
  });

  it('says as little of a creator as it has one', () => {
    expect(scoreOf({ id: 'y', features: [0, 1] }, [liked])).toBe(0);
    expect(scoreOf({ id: 'y', features: [0, 1], creator: 'undefined' }, [liked])).toBeGreaterThan(0);
  });

  it('says nothing where the policy does not go by content', () => {
    const own = extendPolicy(policy, { content: 0 });
    expect(scoreOf({ id: 'y', features: [1, 0] }, [liked], NOW, emptyModel, own)).toBe(0);
  });
});

describe('rank', () => {
  const items = ['late', 'a', 'b'].map((id): Item => ({ id, ...(id === 'late' && { season: { from: 0, to: 1 } }) }));
  const ids = (placements: readonly { item: Item }[]) => placements.map(({ item }) => item.id);

  it('knows seasons even of visitors of whom it knows nothing', () => {
    expect(ids(rank(items, emptyProfile(policy), emptyModel, policy, NOW))).toEqual(['a', 'b', 'late']);
  });

  it('takes no chances where everything is suppressed', () => {
    const profile = emptyProfile(policy);
    for (const { id } of items)
      learn(profile, { signal: { kind: 'dislike', item: id, at: NOW }, item: { id } }, policy);
    for (let seed = 0; seed < 20; seed++) {
      const placements = rank(items, profile, emptyModel, policy, NOW, { explore: { share: 1, seed } });
      expect(ids(placements)).toEqual(['late', 'a', 'b']);
      expect(placements.every(({ propensity }) => propensity === 1)).toBe(true);
    }
  });
});

describe('a feature', () => {
  const rated = (stars: readonly number[]): Observation[] =>
    stars.map((each, i) => ({
      item: { id: `${i}`, features: ['genre:drama'] },
      signal: { kind: 'rate', item: `${i}`, at: NOW, stars: each },
    }));
  const near: Model = { ...emptyModel, neighbours: new Map([['0', [['b', 0.05] as const]]]) };

  it('that is liked and disliked alike drowns no neighbour, however often it was met', () => {
    const told = rated(Array.from({ length: 100 }, (_, i) => (i % 2 ? 5 : 2.5)));
    const mixed = scoreOf({ id: 'b', features: ['genre:drama'] }, told, NOW, near) ?? NaN;
    const bare = scoreOf({ id: 'b' }, told, NOW, near) ?? NaN;
    expect(bare).toBeGreaterThan(0);
    expect(mixed).toBeGreaterThan(bare / 2);
  });

  it('never says more of an item than is known of it', () => {
    expect(bearingOf({ liking: -1.8, confidence: 1 })).toBe(1);
    expect(bearingOf({ liking: 0.5, confidence: 1 })).toBe(0.25);
    expect(bearingOf({ liking: 0, confidence: 0 })).toBe(0);
  });
});
