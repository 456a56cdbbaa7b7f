import { describe, expect, it } from 'vitest';
import { inContext } from './context.js';
import { featureShares, MAX_FEATURES, refuseItem } from './item.js';
import { emptyModel, refuseModel } from './model.js';
import { defaultPolicy as policy } from './policy/policy.js';
import { emptyProfile } from './profile/profile.js';
import { exposureOf, refuse, type Signal } from './signal.js';
import { DAY_MS } from './time.js';

describe('the features of an item', () => {
  const names = (count: number) => Array.from({ length: count }, (_, i) => `f${i}`);

  it('are as many as the bound, whatever holds them, and the creator', () => {
    const table = Object.fromEntries(names(MAX_FEATURES + 9).map((name) => [name, 1]));
    const vector = new Array<number>(MAX_FEATURES + 9).fill(1);
    for (const features of [names(MAX_FEATURES + 9), table, vector]) {
      const shares = featureShares({ id: 'a', features, creator: 'jo' });
      expect(shares).toHaveLength(MAX_FEATURES + 1);
      expect(shares.at(-1)?.[0]).toBe('creator:jo');
    }
  });

  it('do not count a repeated name, and look no further than the bound for another', () => {
    const features = [...new Array<string>(MAX_FEATURES).fill('x'), 'y'];
    expect(featureShares({ id: 'a', features })).toEqual([['x', 1]]);
  });

  it('follow a creator that was corrected', () => {
    const item = { id: 'a', features: [], creator: 'jo' };
    expect(featureShares(item)).toEqual([['creator:jo', 1]]);
    item.creator = 'al';
    expect(featureShares(item)).toEqual([['creator:al', 1]]);
  });

  it.each([
    { from: 0, to: Number.NaN },
    { from: 0, to: '1' },
    { from: '0', to: 1 },
  ])('are of no season that has no beginning or no end: %j', (season) => {
    expect(refuseItem({ id: 'a', season })).toEqual({ path: 'season', reason: 'range' });
  });
});

describe('a model', () => {
  const document = { version: 1, site: 's', lists: [], items: [] };
  const lists = (theta: number) => [{ list: 'l', theta: [theta], estimated: true, impressions: 1, clicks: 1 }];
  const items = (quality: number, item: unknown = 'a') => [{ item, quality, impressions: 1, clicks: 1 }];
  const near = (nearness: number) => [{ item: 'a', near: [['b', nearness]] }];

  it.each([{ lists: lists(1) }, { items: items(1e-9) }, { neighbours: near(1) }, { neighbours: near(-1) }])(
    'may say %j',
    (part) => expect(refuseModel({ ...document, ...part })).toBeUndefined(),
  );

  it.each([
    ['lists', lists(1.01)],
    ['items', items(0)],
    ['items', items(1, 7)],
    ['items', [null]],
    ['neighbours', near(1.01)],
  ])('may not say %s: %j', (path, value) =>
    expect(refuseModel({ ...document, [path]: value })).toEqual({ path, reason: 'type' }),
  );
});

describe('a signal', () => {
  it('may be a day ahead of the clock, and not more', () => {
    const like = (at: number) => refuse({ kind: 'like', item: 'a', at }, 0);
    expect([like(DAY_MS), like(DAY_MS + 1)]).toEqual([undefined, { path: 'at', reason: 'future' }]);
  });

  it('was exposed nowhere, and stays as it is in context, with half a place', () => {
    for (const half of [{ list: 'home' }, { position: 3 }]) {
      const click: Signal = { kind: 'click', item: 'a', at: 1, ...half };
      expect(exposureOf(click)).toBeUndefined();
      expect(inContext(click, { id: 'a' }, emptyProfile(policy), emptyModel, policy)).toBe(click);
    }
  });
});
