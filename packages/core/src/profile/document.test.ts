import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { observations } from '../../test/observations.js';
import { RUNS } from '../../test/runs.js';
import { article } from '../policy/article.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { readProfile, refuseProfile, saveProfile, type ProfileDocument } from './document.js';
import { emptyProfile, learn, profileOf } from './profile.js';

const item = { id: 'a', features: ['x'], creator: 'jo' };
const saved = saveProfile(
  profileOf(
    [
      { signal: { kind: 'hide', item: 'a', at: 1 }, item },
      { signal: { kind: 'click', item: 'a', at: 2 }, item },
      { signal: { kind: 'purchase', item: 'a', at: 3 }, item },
      { signal: { kind: 'rate', item: 'a', at: 4, stars: 4 }, item },
    ],
    policy,
  ),
);
const asJson = (document: unknown): unknown => JSON.parse(JSON.stringify(document));

describe('a saved profile', () => {
  it('is read back as it was, by way of JSON', () => {
    fc.assert(
      fc.property(observations, (all) => {
        const profile = profileOf(all, policy);
        const document = asJson(saveProfile(profile));
        expect(refuseProfile(document, policy)).toBeUndefined();
        expect(readProfile(document as ProfileDocument)).toEqual(profile);
      }),
      RUNS,
    );
  });

  it('goes on learning without changing what it was read from', () => {
    const document = asJson(saved) as ProfileDocument;
    const before = structuredClone(document);
    learn(readProfile(document), { signal: { kind: 'like', item: 'a', at: 9 }, item }, policy);
    expect(document).toEqual(before);
  });

  it.each([
    ['nothing', undefined, { path: '', reason: 'type' }],
    ['null', null, { path: '', reason: 'type' }],
    ['text', 'profile', { path: '', reason: 'type' }],
    ['a list', [], { path: 'version', reason: 'version' }],
    ['one of a newer version', { ...saved, version: saved.version + 1 }, { path: 'version', reason: 'version' }],
    ['one of other half-lives', { ...saved, halfLives: [1, 2, 3] }, { path: 'halfLives', reason: 'version' }],
    ['no origin', { ...saved, origin: null }, { path: 'origin', reason: 'type' }],
    ['a time that is not a number', { ...saved, at: '1' }, { path: 'at', reason: 'type' }],
    ['features that are a table', { ...saved, features: {} }, { path: 'features', reason: 'type' }],
    ['a sum with a hole', { ...saved, features: [['x', [1, null]]] }, { path: 'features', reason: 'type' }],
    ['a sum that is too short', { ...saved, items: [['x', [1]]] }, { path: 'items', reason: 'type' }],
    ['a key that is not text', { ...saved, items: [[1, saved.items[0]?.[1]]] }, { path: 'items', reason: 'type' }],
    ['half a pair', { ...saved, items: [['x']] }, { path: 'items', reason: 'type' }],
    [
      'a suppression without an end',
      { ...saved, suppressed: [['item a', [{ at: 1 }]]] },
      { path: 'suppressed', reason: 'type' },
    ],
    [
      'an act without shares',
      { ...saved, acts: [['1 a', { ...saved.acts[0]?.[1], shares: null }]] },
      { path: 'acts', reason: 'type' },
    ],
    [
      'an act of no kind',
      { ...saved, acts: [['1 a', { ...saved.acts[0]?.[1], kind: 'stare' }]] },
      { path: 'acts', reason: 'type' },
    ],
    [
      'ratings that are endless',
      { ...saved, ratings: { count: Infinity, stars: 1 } },
      { path: 'ratings', reason: 'type' },
    ],
    ['purchases that are not counted', { ...saved, bought: [['a', 'x']] }, { path: 'bought', reason: 'type' }],
    ['no account of what was lost', { ...saved, lost: undefined }, { path: 'lost', reason: 'type' }],
  ])('is refused when it is %s', (_, value, refusal) => {
    expect(refuseProfile(value, policy)).toEqual(refusal);
  });

  it('belongs to its policy', () => {
    expect(refuseProfile(saveProfile(emptyProfile(article)), policy)).toEqual({ path: 'halfLives', reason: 'version' });
    expect(refuseProfile(saveProfile(emptyProfile(article)), article)).toBeUndefined();
  });

  it('never throws, whatever it is asked about', () => {
    fc.assert(
      fc.property(fc.anything({ withNullPrototype: true }), (value) => void refuseProfile(value, policy)),
      RUNS,
    );
  });
});
