import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../model.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { profileOf, type Observation } from '../profile/profile.js';
import type { Signal } from '../signal.js';
import { rank } from './rank.js';

const NOW = 1e12;
const on = (id: string, kind: 'click' | 'like', times = 1): Observation[] =>
  Array.from({ length: times }, (_, i) => ({
    item: { id },
    signal: { kind, item: id, at: NOW - times + i } satisfies Signal,
  }));
const crowd = (...pairs: (readonly [liked: string, near: string])[]): Model => ({
  ...emptyModel,
  neighbours: new Map(pairs.map(([liked, near]) => [liked, [[near, 0.5] as const]])),
});
const scoreOf = (id: string, told: readonly Observation[], model: Model): number =>
  rank([{ id }], profileOf(told, policy), model, policy, NOW)[0]?.score ?? NaN;

describe('the company of what a visitor likes', () => {
  it('speaks as loudly as its friend is liked', () => {
    const told = [...on('opened', 'click'), ...on('loved', 'like', 5)];
    const model = crowd(['opened', 'a'], ['loved', 'b']);
    expect(scoreOf('a', told, model)).toBeGreaterThan(0);
    expect(scoreOf('b', told, model)).toBeGreaterThan(2 * scoreOf('a', told, model));
  });

  it('adds up over several friends', () => {
    const told = [...on('x', 'like'), ...on('y', 'like')];
    const both = scoreOf('a', told, crowd(['x', 'a'], ['y', 'a']));
    expect(both).toBeGreaterThan(scoreOf('a', told, crowd(['x', 'a'])));
  });

  it('is asked of the fifty best liked, however late they came', () => {
    const many = Array.from({ length: 50 }, (_, i) => on(`clicked${i}`, 'click')).flat();
    const told = [...on('first', 'click'), ...many, ...on('loved', 'like', 3)];
    const model = crowd(['loved', 'a'], ['clicked0', 'b'], ['clicked49', 'c']);
    expect(scoreOf('a', told, model)).toBeGreaterThan(0);
    expect(scoreOf('b', told, model)).toBeGreaterThan(0);
    expect(scoreOf('c', told, model)).toBe(0);
  });
});
