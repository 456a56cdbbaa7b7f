import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { emptyModel, type Model } from '../model.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { emptyProfile, profileOf, type Observation } from '../profile/profile.js';
import type { Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { explain } from './ledger.js';

const NOW = 100 * DAY_MS;
const tour: Item = { id: 'tour', features: ['topic:cycling'] };
const giro: Item = { id: 'giro', features: ['topic:cycling'] };

type WithoutItem<T> = T extends unknown ? Omit<T, 'item' | 'at'> : never;
const on = (item: Item, signal: WithoutItem<Signal>): Observation => ({
  item,
  signal: { ...signal, item: item.id, at: NOW },
});
const said = (item: Item, told: readonly Observation[], model: Model = emptyModel): string =>
  explain(item, told, profileOf(told, policy), model, policy, NOW).sentence;

describe('a sentence', () => {
  it.each<[string, WithoutItem<Signal>]>([
    ['Because you opened', { kind: 'click' }],
    ['Because you opened', { kind: 'dwell', attendedMs: 90_000 }],
    ['Because you looked at', { kind: 'dwell', attendedMs: 9_000, list: 'home', position: 1, bucket: 0 }],
    ['Because you watched', { kind: 'watch', coverage: 0.9, attendedMs: 90_000 }],
    ['Because you liked', { kind: 'like' }],
    ['Lower because you disliked', { kind: 'dislike' }],
    ['Lower because you hid', { kind: 'hide' }],
    ['Lower because you skipped', { kind: 'skip' }],
    ['Because you rated', { kind: 'rate', stars: 5 }],
    ['Because you saved', { kind: 'save' }],
    ['Because you shared', { kind: 'share' }],
    ['Because you put in the cart', { kind: 'cart' }],
    ['Because you bought', { kind: 'purchase' }],
    ['Because you bought again', { kind: 'repurchase' }],
    ['Lower because you returned', { kind: 'return' }],
  ])('says what was done: %s', (words, signal) => {
    expect(said(giro, [on(tour, signal)])).toBe(`${words} 1 item about cycling.`);
  });

  it('says that others open an item less often', () => {
    const model: Model = {
      ...emptyModel,
      items: new Map([['giro', { item: 'giro', quality: 0.2, impressions: 9, clicks: 1 }]]),
    };
    expect(said(giro, [], model)).toBe('Others open this less often than most.');
  });

  it.each([
    ['like', 'Because of what you liked a while ago.'],
    ['dislike', 'Because of what you disliked a while ago.'],
  ] as const)('says so when the reason is no longer at hand: %s', (kind, sentence) => {
    const profile = profileOf([on(tour, { kind })], policy);
    expect(explain(giro, [], profile, emptyModel, policy, NOW).sentence).toBe(sentence);
  });

  it('says "this" when the item itself is among what was acted on', () => {
    expect(said(giro, [on(tour, { kind: 'like' }), on(giro, { kind: 'like' })])).toBe('Because you liked this.');
  });

  it('speaks of what was done in the way it names, and of nothing else', () => {
    expect(said(giro, [on(tour, { kind: 'like' }), on(giro, { kind: 'click' })])).toBe(
      'Because you liked 1 item about cycling.',
    );
  });

  it('does not count what said nothing', () => {
    const stopped = on({ ...tour, id: 'vuelta' }, { kind: 'watch', coverage: 0, attendedMs: 0, technical: true });
    expect(said(giro, [on(tour, { kind: 'watch', coverage: 0.9, attendedMs: 90_000 }), stopped])).toBe(
      'Because you watched 1 item about cycling.',
    );
  });

  it('names the first of features that tell as much, and one with its colons and without its hyphens', () => {
    const features = ['topic:road:long-distance', 'topic:cycling'];
    const told = [on({ id: 'ride', features }, { kind: 'like' })];
    expect(said({ id: 'race', features }, told)).toBe('Because you liked 1 item about road:long distance.');
    expect(said({ id: 'race', features: [...features].reverse() }, told)).toBe(
      'Because you liked 1 item about cycling.',
    );
  });
});

describe('the ledger', () => {
  const entriesOf = (told: readonly Observation[], known = told) =>
    explain(giro, known, profileOf(told, policy), emptyModel, policy, NOW).entries;

  it('dates being passed over by the last time that the item was shown', () => {
    const shown = (item: Item, at: number): Observation => ({
      item,
      signal: { kind: 'impression', item: item.id, at, list: 'home', position: 1, bucket: 0 },
    });
    const gift: Observation = { item: giro, signal: { kind: 'purchase', item: 'giro', at: NOW - 2, gift: true } };
    const told = [9, 8, 7, 6, 5].map((ago) => shown(giro, NOW - ago));
    const all = [...told, shown(tour, NOW - 1), gift];
    expect(entriesOf(all)).toMatchObject([{ kind: 'impression', item: 'giro', at: NOW - 5 }]);
    expect(entriesOf(all, [])).toMatchObject([{ kind: 'impression', item: 'giro', at: NOW }]);
  });

  it('lists of one act the deepest signal, even if a shallower one comes after it', () => {
    const read: Signal = { kind: 'dwell', item: 'giro', at: NOW - 1, opened: NOW - 9, attendedMs: 90_000 };
    const opened: Signal = { kind: 'click', item: 'giro', at: NOW, opened: NOW - 9 };
    expect(entriesOf([read, opened].map((signal) => ({ signal, item: giro }))).map(({ kind }) => kind)).toEqual([
      'dwell',
    ]);
  });

  it('is empty where nothing was said', () => {
    expect(explain(giro, [], emptyProfile(policy), emptyModel, policy, NOW)).toEqual({
      score: 0,
      confidence: 0,
      entries: [],
      sentence: 'Nothing is known about this yet.',
    });
  });
});
