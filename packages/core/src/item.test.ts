import { describe, expect, it } from 'vitest';
import { featureShares, MAX_FEATURES, similarity } from './item.js';

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

describe('similarity', () => {
  it('is 1 for the same features, 0 for none in common, between for some', () => {
    const item = (...features: string[]) => ({ id: features.join(), features });
    expect(similarity(item('x', 'y'), item('y', 'x'))).toBeCloseTo(1, 12);
    expect(similarity(item('x'), item('y'))).toBe(0);
    expect(similarity(item('x', 'y'), item('y', 'z'))).toBeCloseTo(0.5, 12);
  });
});
