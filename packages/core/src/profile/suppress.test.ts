import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { MAX_SUPPRESSIONS } from '../limits.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy } from '../policy/policy.js';
import type { Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, learn, merge, profileOf } from './profile.js';
import { suppressionsIn, suppressorOf } from './suppress.js';
import { viewOf } from './view.js';

const NOW = 1_000 * DAY_MS;
const policy = extendPolicy(defaultPolicy, {
  suppress: {
    dislike: [
      { what: 'item', days: 180 },
      { what: 'similar', days: 90 },
    ],
    hide: [
      { what: 'creator:', days: 30 },
      { what: 'topic:', days: 7 },
    ],
  },
});
const song: Item = { id: 'song', features: ['topic:jazz', 'mood:calm'], creator: 'jo' };
const twin: Item = { id: 'twin', features: ['topic:jazz', 'mood:calm'], creator: 'jo' };
const sameCreator: Item = { id: 'other', features: ['topic:rock'], creator: 'jo' };
const sameTopic: Item = { id: 'third', features: ['topic:jazz'], creator: 'al' };

const told = (...signals: Signal[]) =>
  profileOf(
    signals.map((signal) => ({ signal, item: song })),
    policy,
  );
const dislike: Signal = { kind: 'dislike', item: 'song', at: NOW };
const hide: Signal = { kind: 'hide', item: 'song', at: NOW };
const hidden = (profile: ReturnType<typeof told>, item: Item, days: number) =>
  suppressorOf(profile.suppressed, policy, NOW + days * DAY_MS)(item) !== undefined;

describe('suppression', () => {
  it('is of the item, and for its own time of what is similar', () => {
    const profile = told(dislike);
    expect([0, 179, 180].map((days) => hidden(profile, song, days))).toEqual([true, true, false]);
    expect([0, 89, 90].map((days) => hidden(profile, twin, days))).toEqual([true, true, false]);
    expect(hidden(profile, sameTopic, 0)).toBe(false);
  });

  it('is of a creator, or of any family of features', () => {
    const profile = told(hide);
    expect([0, 29, 30].map((days) => hidden(profile, sameCreator, days))).toEqual([true, true, false]);
    expect([0, 6, 7].map((days) => hidden(profile, sameTopic, days))).toEqual([true, true, false]);
    expect(Object.keys(viewOf(profile, policy, NOW).suppressed)).toEqual(['creator:jo', 'topic:jazz']);
  });

  it('lasts as long as the longest of its reasons, and ends when the last is taken back', () => {
    const later: Signal = { ...dislike, at: NOW + DAY_MS };
    const undo = (of: typeof dislike): Signal => ({
      kind: 'undo',
      item: 'song',
      at: NOW + 2 * DAY_MS,
      of: of as never,
    });
    const both = [dislike, later].map((signal) => ({ signal, item: song }));
    const grown = both.reduce((profile, each) => learn(profile, each, policy), emptyProfile(policy));
    expect(hidden(grown, song, 180)).toBe(true);
    learn(grown, { signal: undo(later), item: song }, policy);
    expect([hidden(grown, song, 179), hidden(grown, song, 180)]).toEqual([true, false]);
    learn(grown, { signal: undo(dislike), item: song }, policy);
    expect([hidden(grown, song, 1), hidden(grown, twin, 1)]).toEqual([false, false]);
  });

  it('is taken back in another tab too, whichever is heard of first', () => {
    const undo: Signal = { kind: 'undo', item: 'song', at: NOW + 1, of: dislike as never };
    const said = learn(emptyProfile(policy), { signal: dislike, item: song }, policy);
    const undone = learn(emptyProfile(policy), { signal: undo, item: song }, policy);
    for (const merged of [merge(structuredClone(said), undone, policy), merge(structuredClone(undone), said, policy)])
      expect(hidden(merged, song, 0)).toBe(false);
  });

  it('can be lifted for good, without forgetting the dislike', () => {
    const profile = told(dislike, { kind: 'unsuppress', item: 'song', at: NOW + 1 });
    expect([hidden(profile, song, 0), hidden(profile, twin, 0)]).toEqual([false, false]);
    expect(viewOf(profile, policy, NOW).items['song']?.score).toBeLessThan(0);
  });

  it('of a feature can be lifted, and asked for again', () => {
    const lifted: Signal = { kind: 'unsuppress', item: 'creator:jo', at: NOW + 1 };
    expect(hidden(told(hide, lifted), sameCreator, 0)).toBe(false);
    expect(hidden(told(lifted, hide), sameCreator, 0)).toBe(false); // heard of later, said before
    expect(hidden(told(hide, lifted, { ...hide, at: NOW + 2 }), sameCreator, 1)).toBe(true);
    expect(hidden(told(hide, lifted), sameTopic, 0)).toBe(true); // another reason stands
  });

  it('can be listed, what ends first first', () => {
    const { suppressed } = viewOf(told(dislike, hide), policy, NOW);
    expect(suppressionsIn(suppressed).map(({ of, name, by }) => [of, name, by])).toEqual([
      ['feature', 'topic:jazz', 'hide'],
      ['feature', 'creator:jo', 'hide'],
      ['similar', 'song', 'dislike'],
      ['item', 'song', 'dislike'],
    ]);
  });

  it('is bounded: the oldest go first', () => {
    const profile = emptyProfile(policy);
    for (let i = 0; i < MAX_SUPPRESSIONS + 10; i++)
      learn(profile, { signal: { kind: 'dislike', item: `${i}`, at: NOW }, item: { id: `${i}` } }, defaultPolicy);
    expect(profile.suppressed.size).toBe(MAX_SUPPRESSIONS);
    expect([profile.suppressed.has('item 9'), profile.suppressed.has('item 10')]).toEqual([false, true]);
  });
});
