import { describe, expect, it } from 'vitest';
import { defaultPolicy as policy } from '../policy/policy.js';
import { readProfile, refuseProfile, saveProfile } from './document.js';
import { profileOf } from './profile.js';

const item = { id: 'a', features: ['x'], creator: 'jo' };
const profile = profileOf(
  [
    { signal: { kind: 'hide', item: 'a', at: 1 }, item },
    { signal: { kind: 'click', item: 'a', at: 2 }, item },
    { signal: { kind: 'purchase', item: 'a', at: 3 }, item },
  ],
  policy,
);

describe('a saved profile', () => {
  it('says everything, in lists', () => {
    const saved = saveProfile(profile);
    expect(saved).toMatchObject({ version: 2, at: 3, bought: [['a', 1]], lost: { sums: 0, confidence: 0 } });
    expect(saved.features.map(([name]) => name)).toEqual(['x', 'creator:jo']);
    expect([saved.items, saved.acts, saved.suppressed].map((all) => all.length)).toEqual([1, 1, 2]);
    expect(readProfile(saved)).toEqual(profile);
  });

  it('is refused when what looks like a pair or a text is none', () => {
    const saved = saveProfile(profile);
    const [first] = saved.items;
    const [act] = saved.acts;
    if (!first || !act) throw new Error('nothing was saved');
    for (const items of [[[...first, 0]], [{ 0: 'a', 1: first[1], length: 2 }]])
      expect(refuseProfile({ ...saved, items }, policy)).toEqual({ path: 'items', reason: 'type' });
    for (const wrong of [{ kind: ['click'] }, { item: 1 }])
      expect(refuseProfile({ ...saved, acts: [[act[0], { ...act[1], ...wrong }]] }, policy)).toEqual({
        path: 'acts',
        reason: 'type',
      });
  });
});
