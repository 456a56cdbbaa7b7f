import { describe, expect, it } from 'vitest';
import { defaultPolicy as policy } from '../policy/policy.js';
import { ignoredConfidence } from './impression.js';
import { score, weight } from './score.js';

const click = { kind: 'click', item: 'a', at: 0, list: 'home', bucket: 0 } as const;

describe('score', () => {
  it('weighs a click up by how seldom its position is examined', () => {
    const base = policy.kinds.click.confidence;
    expect(weight(score({ ...click, position: 1 }, policy))).toBeCloseTo(base, 12);
    expect(weight(score({ ...click, position: 4 }, policy))).toBeCloseTo(4 * base, 12);
    expect(weight(score({ ...click, position: 4, propensity: 0.5 }, policy))).toBeCloseTo(2 * base, 12);
    expect(weight(score({ kind: 'click', item: 'a', at: 0 }, policy))).toBeCloseTo(base, 12);
  });

  it('never weighs a click up by more than its cap', () => {
    const deep = score({ ...click, position: 500 }, policy);
    expect(deep.cap).toBeLessThan(1);
    expect(weight(deep)).toBeCloseTo(policy.position.maxWeight * policy.kinds.click.confidence, 12);
  });

  it('believes a dislike more than a like, and a like more than a click', () => {
    const of = (kind: 'like' | 'dislike') => weight(score({ kind, item: 'a', at: 0 }, policy));
    expect(of('dislike')).toBeGreaterThan(of('like'));
    expect(of('like')).toBeGreaterThan(weight(score({ ...click, position: 1 }, policy)));
  });
});

describe('ignoredConfidence', () => {
  it('says nothing of the first impressions, then grows, and nothing of items that were acted on', () => {
    const { free } = policy.impression;
    const { confidence } = policy.kinds.impression;
    expect(ignoredConfidence(free, 0, policy)).toBe(0);
    expect(ignoredConfidence(free + 2, 0, policy)).toBeCloseTo(2 * confidence, 12);
    expect(ignoredConfidence(free + 2, 0.1, policy)).toBe(0);
  });
});
