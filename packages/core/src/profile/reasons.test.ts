import { describe, expect, it } from 'vitest';
import type { Item } from '../item.js';
import { emptyModel } from '../model.js';
import { extendPolicy, type PolicyChanges } from '../policy/extend.js';
import { defaultPolicy } from '../policy/policy.js';
import { rank } from '../rank/rank.js';
import type { Explicit } from '../signal.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, learn, merge, type Profile } from './profile.js';

const NOW = 100 * DAY_MS;
const by = (suppress: PolicyChanges['suppress'], similarFrom = 0.8) =>
  extendPolicy(defaultPolicy, { suppress: { dislike: [], hide: [], return: [], ...suppress }, similarFrom });
const song: Item = { id: 'song', features: ['topic:jazz'], creator: 'jo' };
const other: Item = { id: 'other', features: ['topic:rock'], creator: 'jo' };

function told(policy: typeof defaultPolicy, ...all: readonly (readonly ['dislike' | 'hide' | 'undo dislike', Item])[]) {
  return all.reduce((profile, [what, item]) => {
    const of: Explicit = { kind: what === 'hide' ? 'hide' : 'dislike', item: item.id, at: NOW };
    const signal = what.startsWith('undo') ? ({ kind: 'undo', item: item.id, at: NOW, of } as const) : of;
    return learn(profile, { signal, item }, policy);
  }, emptyProfile(policy));
}
/** Whether an item goes behind one that nobody knows anything of, though it is liked no less. */
const isHidden = (item: Item, { suppressed }: Profile, policy: typeof defaultPolicy): boolean =>
  rank([item, { id: '?' }], { ...emptyProfile(policy), suppressed }, emptyModel, policy, NOW)[1]?.item === item;

describe('reasons to suppress', () => {
  it('stand for themselves: another of the same moment may be taken back', () => {
    const item = [{ what: 'item', days: 30 }];
    const policy = by({ dislike: item, hide: item });
    expect(isHidden(song, told(policy, ['dislike', song], ['undo dislike', song]), policy)).toBe(false);
    expect(isHidden(song, told(policy, ['dislike', song], ['hide', song], ['undo dislike', song]), policy)).toBe(true);
    expect(isHidden(song, told(policy, ['hide', song], ['dislike', song], ['undo dislike', song]), policy)).toBe(true);
  });

  it('stand for themselves where two items gave the same one', () => {
    const policy = by({ dislike: [{ what: 'creator:', days: 30 }] });
    const both = [
      ['dislike', song],
      ['dislike', other],
    ] as const;
    expect(isHidden(song, told(policy, ...both, ['undo dislike', other]), policy)).toBe(true);
    expect(isHidden(song, told(policy, ...both, ['undo dislike', other], ['undo dislike', song]), policy)).toBe(false);
  });

  it('hide what is just as similar as the policy says', () => {
    const policy = by({ dislike: [{ what: 'similar', days: 30 }] }, 1);
    const twin: Item = { id: 'twin', features: ['topic:jazz'] };
    const profile = told(policy, ['dislike', { id: 'first', features: ['topic:jazz'] }]);
    expect([twin, song].map((item) => isHidden(item, profile, policy))).toEqual([true, false]);
  });

  it('stay lifted when another tab still has them', () => {
    const policy = by({ dislike: [{ what: 'item', days: 30 }] });
    const lifted = told(policy, ['dislike', song]);
    learn(lifted, { signal: { kind: 'unsuppress', item: 'song', at: NOW + 1 }, item: song }, policy);
    expect(isHidden(song, merge(lifted, told(policy, ['dislike', song]), policy), policy)).toBe(false);
  });
});
