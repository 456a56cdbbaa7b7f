import { describe, expect, it } from 'vitest';
import { article } from '../policy/article.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { fadesFrom } from '../profile/stroke.js';
import type { Purchase } from '../signal.js';
import { purchaseShare } from './purchase.js';
import { score, weight } from './score.js';

const bought = (more: Partial<Purchase> = {}): Purchase => ({ kind: 'purchase', item: 'a', at: 0, ...more });
const again = { kind: 'repurchase' } as const;
const share = (more?: Partial<Purchase>): number => purchaseShare(bought(more), policy);
const strength = (more?: Partial<Purchase>): number => {
  const scored = score(bought(more), policy);
  return scored.liking * weight(scored);
};

describe('purchaseShare', () => {
  it('is whole for a purchase that followed browsing, or where nobody can tell', () => {
    expect(share({ browsed: true })).toBe(1);
    expect(share()).toBe(1);
  });

  it('is small for one that nothing led up to, until it is repeated', () => {
    expect(share({ browsed: false })).toBe(policy.purchase.unexplored);
    expect(share({ ...again, browsed: false })).toBe(1);
  });

  it('is nothing for a gift, whatever led up to it and however often', () => {
    expect(share({ gift: true, browsed: true })).toBe(0);
    expect(share({ ...again, gift: true })).toBe(0);
    expect(share({ gift: false, browsed: true })).toBe(1);
  });
});

describe('a purchase', () => {
  it('says more than anything that costs nothing, and buying again says more still', () => {
    const of = (kind: 'like' | 'save' | 'share' | 'cart') => {
      const scored = score({ kind, item: 'a', at: 0 }, policy);
      return scored.liking * weight(scored);
    };
    for (const kind of ['like', 'save', 'share', 'cart'] as const) expect(strength()).toBeGreaterThan(of(kind));
    expect(strength(again)).toBeGreaterThan(1.5 * strength());
  });

  it('is outweighed by its return, and so is the whole purchase of something bought twice', () => {
    const { liking, confidence } = score({ kind: 'return', item: 'a', at: 0, purchased: 0 }, policy);
    expect(strength() + liking * confidence).toBeLessThan(-1);
    expect(strength(again) + liking * confidence).toBeLessThan(0);
  });

  it('whose return a policy lets fade since then: since the return, where nobody says when it was bought', () => {
    const sent = { kind: 'return', item: 'a', at: 9 } as const;
    expect([fadesFrom(sent, article), fadesFrom({ ...sent, purchased: 4 }, article)]).toEqual([9, 4]);
    expect(fadesFrom({ ...sent, purchased: 4 }, policy)).toBe(9);
  });
});
