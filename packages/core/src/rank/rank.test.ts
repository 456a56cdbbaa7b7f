import { describe, expect, it } from 'vitest';
import type { Features, Item } from '../item.js';
import { emptyModel, type Model } from '../model.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy } from '../policy/policy.js';
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
    const model: Model = { ...emptyModel, items: new Map([quality('food1', 3), quality('sport1', 0.2)]) };
    expect(ids(rank(items, emptyProfile(defaultPolicy), model, defaultPolicy, NOW))).toEqual([
      'food1',
      'film1',
      'sport2',
      'film2',
      'sport1',
    ]);
  });

  it('remembers the bucket of what the visitor likes, whatever the crowd thinks of the item', () => {
    const verdicts = items.map(
      ({ id }, i) => [id, { item: id, quality: 3 ** (i - 2), impressions: 9, clicks: 9 }] as const,
    );
    const profile = profileOf([click('film2')]);
    const bucketsBy = (model: Model) =>
      Object.fromEntries(rank(items, profile, model, defaultPolicy, NOW).map(({ item, bucket }) => [item.id, bucket]));
    const alone = bucketsBy(emptyModel);
    expect(bucketsBy({ ...emptyModel, items: new Map(verdicts) })).toEqual(alone);
    expect(alone['film2']).toBeGreaterThan(alone['food1'] ?? 99);
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

  it('keeps items out of season after those in it, before what is suppressed', () => {
    const seasonal: Item[] = items.map((item) =>
      item.id === 'film2' ? { ...item, season: { from: 0, to: NOW - 1 } } : item,
    );
    const profile = profileOf([click('film2'), { kind: 'dislike', item: 'sport1', at: NOW }]);
    expect(ids(rank(seasonal, profile, emptyModel, defaultPolicy, NOW)).slice(-2)).toEqual(['film2', 'sport1']);
    expect(ids(rank(seasonal, profile, emptyModel, defaultPolicy, NOW))[0]).toBe('film1');
    const inSeason = seasonal.map((item) => (item.season ? { ...item, season: { from: 0, to: NOW } } : item));
    expect(ids(rank(inSeason, profile, emptyModel, defaultPolicy, NOW))[0]).toBe('film2');
  });

  it('follows the company of what the visitor likes', () => {
    const model: Model = {
      ...emptyModel,
      neighbours: new Map([
        ['sport1', [['food1', 0.5] as const]],
        ['film1', [['sport2', 0.9] as const]],
      ]),
    };
    const bare = items.map(({ id }) => ({ id }));
    const liked = emptyProfile(defaultPolicy);
    learn(liked, { signal: { kind: 'like', item: 'sport1', at: NOW }, item: { id: 'sport1' } }, defaultPolicy);
    learn(liked, { signal: { kind: 'dislike', item: 'film1', at: NOW }, item: { id: 'film1' } }, defaultPolicy);
    const placements = rank(bare, liked, model, defaultPolicy, NOW);
    expect(ids(placements)).toEqual(['sport1', 'food1', 'sport2', 'film2', 'film1']); // what keeps company with a disliked item is not disliked for it
    expect(placements[1]?.score).toBeGreaterThan(0);
    expect(placements[2]?.score).toBe(0);
  });

  it('ranks dense vectors by their direction', () => {
    const vectors = [
      { id: 'same', features: [0.9, 0.1, 0] },
      { id: 'opposite', features: [-1, 0, 0] },
      { id: 'across', features: [0, 0, 1] },
      { id: 'none', features: [] as number[] },
    ];
    const profile = emptyProfile(defaultPolicy);
    const liked = { id: 'liked', features: [1, 0, 0] };
    learn(profile, { signal: { kind: 'like', item: 'liked', at: NOW }, item: liked }, defaultPolicy);
    const placements = rank(vectors, profile, emptyModel, defaultPolicy, NOW);
    expect(ids(placements)).toEqual(['same', 'across', 'none', 'opposite']);
    expect(placements.at(-1)?.score).toBeLessThan(0);
  });

  it('scores a dense vector as it scores the same features by name', () => {
    const learnt = (features: Features): Profile => {
      const profile = emptyProfile(defaultPolicy);
      return learn(
        profile,
        { signal: { kind: 'like', item: 'x', at: NOW }, item: { id: 'x', features, creator: 'jo' } },
        defaultPolicy,
      );
    };
    const dense = { id: 'y', features: [0.2, 0, 0.7], creator: 'jo' };
    const named = { id: 'y', features: { '#0': 0.2, '#2': 0.7 }, creator: 'jo' };
    const [a] = rank([dense], learnt([0.5, 0.5, 0.1]), emptyModel, defaultPolicy, NOW);
    const [b] = rank([named], learnt({ '#0': 0.5, '#1': 0.5, '#2': 0.1 }), emptyModel, defaultPolicy, NOW);
    expect(a?.score).toBeCloseTo(b?.score ?? 9, 12);
    expect(a?.score).toBeGreaterThan(0);
  });

  it('looks at no more of a vector than its bound, and at nothing that is not a number', () => {
    const odd = [
      { id: 'nan', features: [Number.NaN, 1] },
      { id: 'endless', features: [Infinity, 0] },
      { id: 'long', features: [...new Array<number>(64).fill(0), 1] },
    ];
    const profile = emptyProfile(defaultPolicy);
    learn(
      profile,
      { signal: { kind: 'like', item: 'x', at: NOW }, item: { id: 'x', features: [0, 1] } },
      defaultPolicy,
    );
    const scores = rank(odd, profile, emptyModel, defaultPolicy, NOW).map(({ item, score }) => [item.id, score > 0]);
    expect(scores).toEqual([
      ['nan', true],
      ['endless', false],
      ['long', false],
    ]);
  });

  it('knows nothing where there is neither doubt nor evidence', () => {
    const sure = extendPolicy(defaultPolicy, { doubt: 0 });
    expect(rank(items, profileOf([click('film2')], sure), emptyModel, sure, NOW).map(({ score }) => score)).toEqual([
      0.5, 0.5, 0, 0, 0,
    ]);
  });

  it('says with which probability each item got its place when it explores', () => {
    const placements = rank(items, profileOf([click('film2')]), emptyModel, defaultPolicy, NOW, {
      explore: { share: 0.3, seed: 4 },
    });
    expect([...ids(placements)].sort()).toEqual(items.map(({ id }) => id).sort());
    for (const { propensity } of placements) {
      expect(propensity).toBeGreaterThan(0);
      expect(propensity).toBeLessThanOrEqual(1);
    }
    const surely = rank(items, profileOf([click('film2')]), emptyModel, defaultPolicy, NOW);
    expect(surely.every(({ propensity }) => propensity === 1)).toBe(true);
  });

  it('never explores with what the visitor does not want to see', () => {
    const profile = profileOf([{ kind: 'dislike', item: 'sport1', at: NOW }]);
    for (let seed = 0; seed < 50; seed++)
      expect(ids(rank(items, profile, emptyModel, defaultPolicy, NOW, { explore: { share: 1, seed } })).at(-1)).toBe(
        'sport1',
      );
  });
});
