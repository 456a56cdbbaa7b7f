import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { emptyModel, type Model } from '../model.js';
import { ITEMS, observations as histories } from '../../test/observations.js';
import { RUNS } from '../../test/runs.js';
import { amazon } from '../policy/amazon.js';
import { article } from '../policy/article.js';
import { netflix } from '../policy/netflix.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { reddit } from '../policy/reddit.js';
import { spotify } from '../policy/spotify.js';
import { tiktok } from '../policy/tiktok.js';
import { youtube } from '../policy/youtube.js';
import { emptyProfile, learn, profileOf as profileOfAll, type Observation } from '../profile/profile.js';
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
const explained = (item: Item, observations: readonly Observation[], model: Model = emptyModel) =>
  explain(item, observations, profileOf(observations), model, policy, NOW);

const POLICIES = [policy, article, netflix, youtube, spotify, reddit, tiktok, amazon];

const crowd: Model = {
  ...emptyModel,
  neighbours: new Map([
    ['a', [['b', 0.5] as const, ['e', -0.25] as const]],
    ['d', [['b', 0.1] as const]],
  ]),
  items: new Map([['c', { item: 'c', quality: 2, impressions: 100, clicks: 20 }]]),
};

describe('explain', () => {
  it.each(POLICIES.map((each) => [each.name, each] as const))(
    'gives entries that sum to the score, each the product of its numbers: %s',
    (_, by) => {
      fc.assert(
        fc.property(
          histories,
          fc.constantFrom(...ITEMS),
          fc.boolean(),
          fc.nat(10),
          fc.integer({ min: 0, max: 500 * DAY_MS }),
          (told, item, known, forgotten, now) => {
            const profile = profileOfAll(told, by);
            const model = known ? crowd : emptyModel;
            const { entries, score, confidence } = explain(item, told.slice(forgotten), profile, model, by, now);
            const sum = entries.reduce((total, { contribution }) => total + contribution, 0);
            expect(Math.abs(sum - score)).toBeLessThan(1e-9 * Math.max(1, Math.abs(score)));
            for (const entry of entries) {
              const product =
                ((entry.liking * entry.confidence) / entry.propensity) * entry.cap * entry.decay * entry.share;
              expect(Math.abs(product - entry.contribution)).toBeLessThan(1e-12 * Math.max(1, Math.abs(product)));
            }
            const [placed] = rank([item], profile, model, by, now);
            expect(placed?.score).toBe(score);
            expect(confidence).toBeGreaterThanOrEqual(-1e-9);
            expect(confidence).toBeLessThanOrEqual(1);
          },
        ),
        RUNS,
      );
    },
  );

  it.each(POLICIES.map((each) => [each.name, each] as const))(
    'leaves nothing unexplained while every signal is at hand: %s',
    (_, by) => {
      fc.assert(
        fc.property(histories, fc.constantFrom(...ITEMS), (told, item) => {
          const { entries } = explain(item, told, profileOfAll(told, by), crowd, by, 500 * DAY_MS);
          expect(entries.filter(({ kind }) => kind === 'earlier')).toEqual([]);
        }),
        RUNS,
      );
    },
  );

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
    ['Because you rated this.', [{ item: C, signal: { kind: 'rate', item: 'c', at: NOW, stars: 5 } }], emptyModel],
    [
      'Because you liked things like this.',
      [{ item: { id: 'v', features: [1] }, signal: { kind: 'like', item: 'v', at: NOW } }],
      emptyModel,
      { id: 'w', features: [1] },
    ],
    [
      'Because you disliked things unlike this.',
      [{ item: { id: 'v', features: [-1] }, signal: { kind: 'dislike', item: 'v', at: NOW } }],
      emptyModel,
      { id: 'w', features: [1] },
    ],
    ['You passed over this several times.', Array.from({ length: 9 }, () => seen(C, 'impression')), emptyModel],
  ] as const)('says it in a sentence: %s', (sentence, told, model, item: Item = C) => {
    expect(explained(item, told, model).sentence).toBe(sentence);
  });

  it('says whose company recommends an item, or speaks against it', () => {
    const likes = (id: string): Observation => ({ signal: { kind: 'like', item: id, at: NOW }, item: { id } });
    expect(explained({ id: 'b' }, [likes('a')], crowd).sentence).toBe('People who liked a liked this too.');
    expect(explained({ id: 'e' }, [likes('a')], crowd).sentence).toBe('People who liked a seldom liked this too.');
  });

  it('lists of one act the signal that counts', () => {
    const click: Observation = { signal: { kind: 'click', item: 'c', at: NOW }, item: C };
    const read: Observation = {
      signal: { kind: 'dwell', item: 'c', at: NOW + 9, opened: NOW, attendedMs: 90_000 },
      item: C,
    };
    expect(explained(C, [click, read]).entries.map(({ kind }) => kind)).toEqual(['dwell']);
  });
});
