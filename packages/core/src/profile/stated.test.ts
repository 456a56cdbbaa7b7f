import { describe, expect, it } from 'vitest';
import { MAX_STATED } from '../limits.js';
import { emptyModel } from '../model.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { rank } from '../rank/rank.js';
import { explain } from '../score/ledger.js';
import { refuse, retells, type Interest, type Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, learn, profileOf, type Observation } from './profile.js';
import { viewOf } from './view.js';

const NOW = 1_000 * DAY_MS;
const cycling = { id: 'a', features: ['topic:cycling'] };
const film = { id: 'b', features: ['topic:film'] };
const told = (...signals: Signal[]) => profileOf(observed(...signals), policy);
const observed = (...signals: Signal[]): Observation[] => signals.map((signal) => ({ signal, item: cycling }));
const states = (strength?: number, at = NOW): Interest => ({
  kind: 'interest',
  item: 'topic:cycling',
  at,
  ...(strength !== undefined && { strength }),
});
const liking = (profile: ReturnType<typeof told>) => viewOf(profile, policy, NOW).features['topic:cycling'];

describe('a stated interest', () => {
  it('stands in the place of what was learnt of the feature, until it is withdrawn', () => {
    const like: Signal = { kind: 'like', item: 'a', at: NOW };
    const profile = told(like);
    const learnt = liking(profile);
    const said = liking(told(like, states(-1, NOW - 1)));
    expect(said).toEqual({ score: -policy.interest / (policy.interest + policy.doubt), stated: -1, confidence: 0.8 });
    expect(liking(told(like, states(-1, NOW - 1), like, states()))).toEqual(liking(told(like, like)));
    expect(liking(told(states(-1, NOW - 1), like, states()))).toEqual(learnt);
  });

  it('moves an order at once, also of what was never seen', () => {
    const order = (...signals: Signal[]) =>
      rank([cycling, film], told(...signals), emptyModel, policy, NOW).map(({ item }) => item.id);
    expect(order()).toEqual(['a', 'b']);
    expect(order(states(-0.5))).toEqual(['b', 'a']);
    expect(order({ ...states(0.5), item: 'topic:film' })).toEqual(['b', 'a']);
  });

  it('does not fade', () => {
    const profile = told(states(0.5));
    expect(viewOf(profile, policy, NOW + 3_650 * DAY_MS).features).toEqual(viewOf(profile, policy, NOW).features);
  });

  it('is one entry of the ledger, and what was learnt of the feature is none', () => {
    const signals = observed({ kind: 'like', item: 'c', at: NOW }, states(1));
    const profile = profileOf(signals, policy);
    const { score, entries, sentence } = explain(cycling, signals, profile, emptyModel, policy, NOW);
    expect(entries.map(({ kind, item, contribution }) => [kind, item, contribution])).toEqual([
      ['interest', 'topic:cycling', score],
    ]);
    expect(sentence).toBe('You asked for more about cycling.');
    const less = explain(cycling, [], told(states(-1)), emptyModel, policy, NOW);
    expect(less.sentence).toBe('You asked for less about cycling.');
  });

  it('takes the place of the one before, and the strength of one moment is the stronger, whichever is heard first', () => {
    expect(retells(states(1))).toBe(retells(states(0.2)));
    expect(retells(states(1))).not.toBe(retells({ ...states(1), item: 'topic:film' }));
    for (const order of [
      [states(0.2), states(0.7)],
      [states(0.7), states(0.2)],
      [states(undefined), states(0.7)],
      [states(0.7), states(undefined)],
    ])
      expect(liking(told(...order))?.stated).toBe(0.7);
  });

  it('is from −1 to 1', () => {
    expect(refuse(states(1.1))).toEqual({ path: 'strength', reason: 'range' });
    expect(refuse({ ...states(), strength: '1' })).toEqual({ path: 'strength', reason: 'range' });
    expect([states(-1), states(1), states()].map((each) => refuse(each))).toEqual([undefined, undefined, undefined]);
  });

  it('is held of a bounded number of features: the oldest go first', () => {
    const profile = emptyProfile(policy);
    for (let i = 0; i < MAX_STATED + 5; i++)
      learn(profile, { signal: { ...states(1), item: `f${i}` }, item: cycling }, policy);
    expect(profile.stated.size).toBe(MAX_STATED);
    expect([profile.stated.has('f4'), profile.stated.has('f5')]).toEqual([false, true]);
  });
});
