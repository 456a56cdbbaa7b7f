import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyModel, type Model } from '../model.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { emptyProfile, learn, type Observation } from '../profile/profile.js';
import { rank } from '../rank/rank.js';
import type { Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { explain } from './ledger.js';

const NOW = 100 * DAY_MS;
const CYCLING = ['a', 'b', 'c'].map((id) => ({ id, features: ['topic:cycling'], creator: `writer-${id}` }));
const [A, B, C] = CYCLING as [(typeof CYCLING)[0], (typeof CYCLING)[0], (typeof CYCLING)[0]];
const D = { id: 'd', features: ['topic:film'] };

const seen = (item: { id: string; features: string[] }, kind: Signal['kind'], at = NOW): Observation => {
  const exposed = kind === 'impression' || kind === 'click';
  return {
    item,
    signal: { kind, item: item.id, at, ...(exposed && { list: 'home', position: 2, bucket: 0 }) } as Signal,
  };
};
const profileOf = (observations: readonly Observation[]) =>
  observations.reduce((profile, each) => learn(profile, each, policy), emptyProfile(policy));
const explained = (
  item: { id: string; features: string[] },
  observations: readonly Observation[],
  model: Model = emptyModel,
) => explain(item, observations, profileOf(observations), model, policy, NOW);

const crowd: Model = {
  lists: new Map(),
  items: new Map([['c', { item: 'c', quality: 2, impressions: 100, clicks: 20 }]]),
};

describe('explain', () => {
  it('gives entries that sum to the score, each the product of its numbers', () => {
    const observations = fc.array(
      fc.tuple(
        fc.constantFrom(A, B, C, D),
        fc.constantFrom<Signal['kind']>('impression', 'click', 'like', 'dislike'),
        fc.integer({ min: 0, max: NOW }),
      ),
    );
    fc.assert(
      fc.property(observations, fc.boolean(), fc.nat(30), (all, known, forgotten) => {
        const told = all.map(([item, kind, at]) => seen(item, kind, at));
        const { entries, score } = explain(
          C,
          told.slice(forgotten),
          profileOf(told),
          known ? crowd : emptyModel,
          policy,
          NOW,
        );
        expect(entries.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 9);
        for (const { liking, confidence, propensity, cap, decay, share, contribution } of entries)
          expect(((liking * confidence) / propensity) * cap * decay * share).toBeCloseTo(contribution, 12);
      }),
    );
  });

  it('gives the score that ranks', () => {
    const told = [seen(A, 'click'), seen(D, 'dislike')];
    const [first] = rank([C], profileOf(told), crowd, policy, NOW);
    expect(explained(C, told, crowd).score).toBe(first?.score);
  });

  it('names the signals behind an item that was never touched itself', () => {
    const { entries, sentence } = explained(C, [seen(A, 'click', NOW - 5), seen(B, 'click'), seen(D, 'click')]);
    expect(entries.map(({ kind, item }) => [kind, item])).toEqual([
      ['click', 'b'],
      ['click', 'a'],
    ]);
    expect(sentence).toBe('Because you opened 2 items about cycling.');
  });

  it('accounts for signals that are no longer at hand', () => {
    const told = [seen(A, 'like', 0), seen(A, 'click')];
    const { entries } = explain(A, told.slice(1), profileOf(told), emptyModel, policy, NOW);
    expect(entries.map(({ kind }) => kind).sort()).toEqual(['click', 'earlier']);
  });

  it.each([
    ['Nothing is known about this yet.', [], emptyModel],
    ['Because you liked this.', [seen(C, 'like')], emptyModel],
    [
      'Because you opened 1 item by writer c.',
      [seen({ id: 'z', features: ['creator:writer-c'] }, 'click')],
      emptyModel,
    ],
    ['Lower because you disliked 1 item about cycling.', [seen(A, 'dislike')], emptyModel],
    ['Others open this more often than most.', [], crowd],
    ['You passed over this several times.', Array.from({ length: 9 }, () => seen(C, 'impression')), emptyModel],
  ])('says it in a sentence: %s', (sentence, told, model) => {
    expect(explained(C, told, model).sentence).toBe(sentence);
  });
});
