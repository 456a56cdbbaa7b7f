import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../model.js';
import { defaultPolicy, extendPolicy } from '../policy/policy.js';
import { emptyProfile, learn, type Profile } from '../profile/profile.js';
import type { Signal } from '../signal.js';
import { rank } from './rank.js';

const NOW = 1e12;
const items = ['sport1', 'film1', 'sport2', 'film2', 'food1'].map((id) => ({
  id,
  features: [`topic:${id.slice(0, -1)}`],
}));
const ids = (placements: readonly { item: { id: string } }[]) => placements.map(({ item }) => item.id);

function profileOf(signals: readonly Signal[], policy = defaultPolicy): Profile {
  const profile = emptyProfile(policy);
  for (const signal of signals)
    learn(profile, { signal, item: items.find(({ id }) => id === signal.item) ?? { id: '' } }, policy);
  return profile;
}
const click = (item: string): Signal => ({ kind: 'click', item, at: NOW, list: 'home', position: 1, bucket: 0 });

describe('rank', () => {
  it('keeps the order of the page, in bucket 0, when nothing is known', () => {
    const placements = rank(items, emptyProfile(defaultPolicy), emptyModel, defaultPolicy, NOW);
    expect(ids(placements)).toEqual(ids(items.map((item) => ({ item }))));
    expect(placements.every(({ bucket }) => bucket === 0)).toBe(true);
  });

  it('puts what the visitor opens first, and keeps the order of the page among equals', () => {
    const placements = rank(items, profileOf([click('film2')]), emptyModel, defaultPolicy, NOW);
    expect(ids(placements)).toEqual(['film2', 'film1', 'sport1', 'sport2', 'food1']);
    expect(placements[0]?.item).toBe(items[3]);
    expect(placements[0]?.bucket).toBeGreaterThan(placements[2]?.bucket ?? 99);
  });

  it('puts opened items last where the policy says so, their like first', () => {
    const news = extendPolicy(defaultPolicy, { rank: { opened: 'last' } });
    const placements = rank(items, profileOf([click('film2')], news), emptyModel, news, NOW);
    expect(ids(placements)).toEqual(['film1', 'sport1', 'sport2', 'food1', 'film2']);
  });

  it('puts suppressed items last of all', () => {
    const placements = rank(
      items,
      profileOf([{ kind: 'dislike', item: 'sport1', at: NOW }]),
      emptyModel,
      defaultPolicy,
      NOW,
    );
    expect(ids(placements)).toEqual(['film1', 'film2', 'food1', 'sport2', 'sport1']);
  });

  it('follows the crowd where the visitor said nothing', () => {
    const quality = (item: string, value: number) =>
      [item, { item, quality: value, impressions: 9, clicks: 9 }] as const;
    const model: Model = { lists: new Map(), items: new Map([quality('food1', 3), quality('sport1', 0.2)]) };
    expect(ids(rank(items, emptyProfile(defaultPolicy), model, defaultPolicy, NOW))).toEqual([
      'food1',
      'film1',
      'sport2',
      'film2',
      'sport1',
    ]);
  });

  it('returns no more than its limit', () => {
    expect(rank(items, profileOf([click('film2')]), emptyModel, defaultPolicy, NOW, { limit: 2 })).toHaveLength(2);
  });

  it('changes neither the items nor the profile', () => {
    const profile = profileOf([click('film2')]);
    const before = structuredClone(profile);
    rank(Object.freeze([...items]), profile, emptyModel, defaultPolicy, NOW + 1e9);
    expect(profile).toEqual(before);
  });
});
