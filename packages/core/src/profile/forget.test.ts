import { describe, expect, it } from 'vitest';
import { MAX_KNOWN } from '../limits.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { DAY_MS } from '../time.js';
import { emptyProfile, learn } from './profile.js';

describe('a full profile', () => {
  it('forgets what has faded before what says little, and keeps it while there is room', () => {
    const profile = emptyProfile(policy);
    const tell = (i: number, kind: 'cart' | 'skip', at: number) =>
      learn(profile, { signal: { kind, item: `${i}`, at }, item: { id: `${i}` } }, policy);
    const most = MAX_KNOWN * 1.1;
    const old = MAX_KNOWN / 2;
    const lives = 10;
    const now = lives * policy.kinds.cart.halfLifeDays * DAY_MS;
    for (let i = 0; i < most; i++) tell(i, i < old ? 'cart' : 'skip', i < old ? 0 : now);
    expect([profile.items.size, profile.lost.sums]).toEqual([most, 0]);

    tell(most, 'skip', now);
    const gone = most + 1 - MAX_KNOWN;
    expect(profile.items.size).toBe(MAX_KNOWN);
    expect([...profile.items.keys()].filter((id) => Number(id) < old)).toHaveLength(old - gone);
    expect(profile.lost.sums).toBe(gone);
    expect(profile.lost.confidence).toBeCloseTo(gone * policy.kinds.cart.confidence * 2 ** -lives, 9);
  });
});
