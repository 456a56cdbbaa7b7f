import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anyItem } from '../test/items.js';
import { RUNS } from '../test/runs.js';
import {
  copyItem,
  cosine,
  featureShares,
  isInSeason,
  MAX_FEATURES,
  refuseItem,
  type FeatureShare,
  type Item,
} from './item.js';

describe('featureShares', () => {
  it('makes a unit vector of tags and creator', () => {
    const shares = featureShares({ id: 'a', features: ['topic:sport', 'team:ajax'], creator: 'jo' });
    expect(shares.map(([name]) => name)).toEqual(['topic:sport', 'team:ajax', 'creator:jo']);
    expect(Math.hypot(...shares.map(([, share]) => share))).toBeCloseTo(1, 12);
  });

  it('keeps the proportions of weighted tags', () => {
    expect(featureShares({ id: 'a', features: { x: 3, y: 4 } })).toEqual([
      ['x', 0.6],
      ['y', 0.8],
    ]);
  });

  it('leaves out what is not a weight or not a name, and everything past the bound', () => {
    const features = { good: 1, zero: 0, minus: -1, nan: Number.NaN, endless: Infinity, ['x'.repeat(200)]: 1 };
    expect(featureShares({ id: 'a', features })).toEqual([['good', 1]]);
    const many = Array.from({ length: 1000 }, (_, i) => `f${i}`);
    expect(featureShares({ id: 'a', features: many })).toHaveLength(MAX_FEATURES);
  });

  it('is what its description says, of whatever a page gives it', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        expect(featureShares(item)).toEqual(described(item));
      }),
      RUNS,
    );
  });

  it('leaves out a weight that cannot be squared, which would be all of the item and more', () => {
    expect(featureShares({ id: 'a', features: { tiny: 1e-200 } })).toEqual([]);
    expect(featureShares({ id: 'a', features: [1e-200, 1e200, 2] })).toEqual([['#2', 1]]);
  });

  it('looks at what is in a list, and past what is missing in it', () => {
    const features = Object.assign(new Array<string>(3), { 0: 'x', 2: 'z' });
    expect(featureShares({ id: 'a', features }).map(([name]) => name)).toEqual(['x', 'z']);
  });

  it('follows an item whose features were replaced', () => {
    const item = { id: 'a', features: ['old'] };
    expect(featureShares(item)).toEqual([['old', 1]]);
    item.features = ['new'];
    expect(featureShares(item)).toEqual([['new', 1]]);
  });

  it('treats __proto__ as a name like any other', () => {
    expect(featureShares({ id: 'a', features: ['__proto__'] })).toEqual([['__proto__', 1]]);
  });
});

/** The shares of an item, word for word: candidates, of these what is usable and new, and of that a unit vector. */
function described({ features, creator }: Item): readonly FeatureShare[] {
  const tags: [unknown, number][] = Array.isArray(features)
    ? Array.from(features as readonly unknown[], (each, i) => (typeof each === 'number' ? [`#${i}`, each] : [each, 1]))
    : Object.entries(features ?? {}).map(([name, weight]) => [name, Math.max(0, weight)]);
  const all = [...tags.slice(0, MAX_FEATURES), ...(creator ? [[`creator:${creator}`, 1] as const] : [])];
  const usable = all.filter(
    (each): each is FeatureShare & [string, number] =>
      refuseItem({ id: each[0] }) === undefined && each[1] ** 2 > 0 && each[1] ** 2 < Infinity,
  );
  const kept = usable.filter(([name], i) => usable.findIndex(([other]) => other === name) === i);
  const length = Math.sqrt(kept.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return kept.map(([name, weight]) => [name, weight / length]);
}

const similarity = (a: Item, b: Item) => cosine(featureShares(a), new Map(featureShares(b)));

describe('cosine', () => {
  it('is 1 for the same features, 0 for none in common, between for some', () => {
    const item = (...features: string[]) => ({ id: features.join(), features });
    expect(similarity(item('x', 'y'), item('y', 'x'))).toBeCloseTo(1, 12);
    expect(similarity(item('x'), item('y'))).toBe(0);
    expect(similarity(item('x', 'y'), item('y', 'z'))).toBeCloseTo(0.5, 12);
  });
});

describe('a dense vector', () => {
  it('is a unit vector with a feature for each dimension, in either direction', () => {
    expect(featureShares({ id: 'a', features: [3, 0, -4] })).toEqual([
      ['#0', 0.6],
      ['#2', -0.8],
    ]);
    expect(featureShares({ id: 'a', features: [Number.NaN, 2, Infinity] })).toEqual([['#1', 1]]);
    expect(featureShares({ id: 'a', features: [] })).toEqual([]);
  });

  it('is unlike its opposite', () => {
    const shares = (...features: number[]) => featureShares({ id: 'a', features });
    expect(cosine(shares(1, 2), new Map(shares(-1, -2)))).toBeCloseTo(-1, 12);
    expect(cosine(shares(1, 0), new Map(shares(0, 1)))).toBe(0);
  });
});

describe('isInSeason', () => {
  it('is so from the first moment to the last, and always without a season', () => {
    const season = { from: 10, to: 20 };
    expect([9, 10, 20, 21].map((at) => isInSeason({ id: 'a', season }, at))).toEqual([false, true, true, false]);
    expect(isInSeason({ id: 'a' }, 9)).toBe(true);
  });
});

describe('refuseItem', () => {
  it.each([
    { id: 'a' },
    { id: 'a', features: ['x'], creator: 'jo', season: { from: 0, to: 0 } },
    { id: 'a', features: { x: 1 } },
    { id: 'a', features: [1, 2] },
    { id: '__proto__', features: { ['__proto__']: 1 } },
  ])('takes %j', (item) => expect(refuseItem(item)).toBeUndefined());

  it.each([
    [undefined, { path: '', reason: 'type' }],
    ['a', { path: '', reason: 'type' }],
    [{}, { path: 'id', reason: 'length' }],
    [{ id: '' }, { path: 'id', reason: 'length' }],
    [{ id: 'x'.repeat(1_000_000) }, { path: 'id', reason: 'length' }],
    [
      { id: 'a', features: 'x' },
      { path: 'features', reason: 'type' },
    ],
    [
      { id: 'a', features: null },
      { path: 'features', reason: 'type' },
    ],
    [
      { id: 'a', creator: 7 },
      { path: 'creator', reason: 'length' },
    ],
    [
      { id: 'a', season: {} },
      { path: 'season', reason: 'range' },
    ],
    [
      { id: 'a', season: null },
      { path: 'season', reason: 'range' },
    ],
    [
      { id: 'a', season: { from: 2, to: 1 } },
      { path: 'season', reason: 'range' },
    ],
    [
      { id: 'a', season: { from: 'May', to: 'June' } },
      { path: 'season', reason: 'range' },
    ],
  ])('refuses %j', (item, refusal) => expect(refuseItem(item)).toEqual(refusal));
});

describe('copyItem', () => {
  it('keeps all that bears on a score, of whatever a page gives it', () => {
    fc.assert(
      fc.property(anyItem, (item) => {
        const copy = copyItem(item.id, item);
        expect(featureShares(copy)).toEqual(featureShares(item));
        expect(copyItem(item.id, copy)).toEqual(copy);
      }),
      RUNS,
    );
    const item = { id: 'a', features: { x: 1 }, creator: 'jo', season: { from: 1, to: 2 } };
    expect(copyItem('a', item)).toEqual(item);
  });

  it('can be stored, and holds on to nothing, whatever the page’s own object is', () => {
    const object: Record<string, unknown> = {
      id: 'b',
      features: ['topic:a', () => 1, 2, {}],
      creator: 'jo',
      season: { from: 1, to: 2, open: () => 1 },
      price: 12n,
      open: () => 1,
    };
    object['self'] = object;
    const expected = { id: 'a', features: ['topic:a', '', 2, ''], creator: 'jo', season: { from: 1, to: 2 } };
    for (const item of [object, new Proxy(object, {})]) {
      const copy = copyItem('a', item);
      expect(copy).toEqual(expected);
      expect(structuredClone(copy)).toEqual(copy);
      expect(copy.features).not.toBe(item['features']);
    }
    expect(copyItem('a', { features: { x: Symbol.iterator.description, y: '2' } } as object)).toEqual({
      id: 'a',
      features: { x: Number.NaN, y: 2 },
    });
    const many = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`f${i}`, 1]));
    expect(Object.keys(copyItem('a', { features: many }).features ?? {})).toHaveLength(MAX_FEATURES);
    expect(copyItem('a', { features: Object.keys(many) }).features).toHaveLength(MAX_FEATURES);
    for (const odd of ['text', 7, Object(undefined), { season: null, features: null }])
      expect(copyItem('a', odd)).toEqual({ id: 'a' });
  });
});
