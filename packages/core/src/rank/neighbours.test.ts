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

  it('is asked first of what was liked last', () => {
    const day = 86_400_000;
    const told = ['old', 'older', 'oldest'].map((id, i): Observation => {
      return { item: { id }, signal: { kind: 'like', item: id, at: NOW - (i + 1) * day } };
    });
    const said = ['old', 'older', 'oldest'].map((id) => scoreOf('a', told, crowd([id, 'a'])));
    expect(said[1]).toBeGreaterThan(said[2] ?? NaN);
    expect((said[0] ?? NaN) / (said[2] ?? NaN)).toBeGreaterThan(1.3); // more than two days fade
  });

  it('counts alike what was chosen at once', () => {
    const told = [...on('x', 'like'), ...on('y', 'like')];
    expect(scoreOf('a', told, crowd(['x', 'a']))).toBe(scoreOf('a', told, crowd(['y', 'a'])));
  });

  it('is asked of what was chosen and liked somewhat less than most, and not of what was disliked', () => {
    const rated = (id: string, stars: number): Observation => {
      return { item: { id }, signal: { kind: 'rate', item: id, at: NOW, stars } };
    };
    const told = [rated('good', 5), rated('fair', 3), ...on('bad', 'like'), rated('bad', 1), rated('bad', 1)];
    const fair = scoreOf('a', told, crowd(['fair', 'a']));
    expect(fair).toBeGreaterThan(0);
    expect(scoreOf('a', told, crowd(['good', 'a']))).toBeGreaterThan(fair);
    const disliked: Observation = { item: { id: 'no' }, signal: { kind: 'dislike', item: 'no', at: NOW } };
    expect(scoreOf('a', [disliked], crowd(['no', 'a']))).toBe(0);
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
