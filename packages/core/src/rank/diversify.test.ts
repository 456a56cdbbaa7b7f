import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy } from '../policy/policy.js';
import { diversify } from './diversify.js';

const policyOf = (relevance: number, caps: Readonly<Record<string, number>> = { 'creator:': Infinity }) =>
  extendPolicy(defaultPolicy, { rank: { relevance, caps } });
const scored = (id: string, score: number, features: readonly string[], creator?: string) => ({
  item: { id, features, ...(creator && { creator }) } satisfies Item,
  score,
});
const ids = (all: readonly { item: Item }[]) => all.map(({ item }) => item.id).join(' ');

const best = [
  scored('sport1', 0.5, ['sport']),
  scored('sport2', 0.48, ['sport']),
  scored('film1', 0.45, ['film']),
  scored('sport3', 0.44, ['sport']),
  scored('none1', 0, ['sport']),
  scored('none2', 0, ['food']),
  scored('bad', -0.2, ['film']),
];

describe('diversify', () => {
  it('leaves the order alone when relevance is all', () => {
    expect(diversify(best, policyOf(1))).toEqual(best);
  });

  it('puts something else between what is alike, if it is nearly as good', () => {
    expect(ids(diversify(best, policyOf(0.8)))).toBe('sport1 film1 sport2 sport3 none1 none2 bad');
    expect(ids(diversify(best, policyOf(0.97)))).toBe('sport1 sport2 film1 sport3 none1 none2 bad');
  });

  it('keeps the order of equals, and of what nobody asked for', () => {
    const equals = ['a', 'b', 'c'].map((id) => scored(id, 0.3, ['x']));
    expect(ids(diversify(equals, policyOf(0.5)))).toBe('a b c');
    const unknown = ['a', 'b', 'c', 'd'].map((id, i) => scored(id, 0, [i < 2 ? 'x' : 'y']));
    expect(ids(diversify(unknown, policyOf(0.1)))).toBe('a b c d');
  });

  it('remembers likeness to anything above, not only to the last', () => {
    const list = [
      scored('sport1', 0.5, ['sport']),
      scored('film1', 0.45, ['film']),
      scored('sport2', 0.44, ['sport']),
      scored('food1', 0.4, ['food']),
    ];
    expect(ids(diversify(list, policyOf(0.8)))).toBe('sport1 film1 food1 sport2');
  });

  it('brings nothing forward that is disliked, however like it is to what stands above', () => {
    const list = [scored('film1', 0.5, ['film']), scored('food1', -0.17, ['food']), scored('film2', -0.2, ['film'])];
    expect(ids(diversify(list, policyOf(0.1)))).toBe('film1 food1 film2');
  });

  it('varies the first twenty places, and leaves the rest in order', () => {
    const other = (i: number) => scored(`o${i}`, 0, [], `w${i}`);
    const jo = (i: number) => scored(`jo${i}`, 0, [], 'jo');
    const many = Array.from({ length: 31 }, (_, i) => other(i));
    const list = [jo(0), ...many.slice(0, 14), jo(1), jo(2), jo(3), ...many.slice(14)].map((each, i) => ({
      ...each,
      score: 1 - i / 100,
    }));
    const order = ids(diversify(list, policyOf(1, { 'creator:': 1 }))).split(' ');
    expect(order.slice(14, 24)).toEqual(['o13', 'jo1', 'o14', 'o15', 'o16', 'o17', 'jo2', 'jo3', 'o18', 'o19']);
  });

  it('shows no more of a family in ten than its cap, while there is something else', () => {
    const byJo = Array.from({ length: 5 }, (_, i) => scored(`jo${i}`, 0.5 - i / 100, [], 'jo'));
    const others = Array.from({ length: 20 }, (_, i) => scored(`o${i}`, 0.2 - i / 100, [], `w${i}`));
    const order = diversify([...byJo, ...others], policyOf(1, { 'creator:': 2 })).map(({ item }) => item.creator);
    for (let start = 0; start + 10 <= order.length; start++)
      expect(order.slice(start, start + 10).filter((creator) => creator === 'jo').length).toBeLessThanOrEqual(2);
    expect(order.filter((creator) => creator === 'jo')).toHaveLength(5);
    expect(order.slice(0, 2)).toEqual(['jo', 'jo']);
  });

  it('goes on in order when everything that is left is over its cap', () => {
    const byJo = Array.from({ length: 4 }, (_, i) => scored(`jo${i}`, 0.5 - i / 10, [], 'jo'));
    expect(ids(diversify(byJo, policyOf(1, { 'creator:': 1 })))).toBe('jo0 jo1 jo2 jo3');
  });

  it('loses nothing and adds nothing, however many there are', () => {
    const many = Array.from({ length: 500 }, (_, i) => scored(`${i}`, 1 - i / 500, [`f${i % 3}`], `w${i % 2}`));
    const order = diversify(many, policyOf(0.5, { 'creator:': 1 }));
    expect(new Set(order)).toEqual(new Set(many));
    expect(order.slice(60)).toEqual(many.slice(60)); // past the candidates, all is as it was
  });
});
