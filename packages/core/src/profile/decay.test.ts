import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import { DAY_MS } from '../time.js';
import { decay, halfLives } from './decay.js';

describe('decay', () => {
  it('halves with every half-life, and makes nothing grow', () => {
    expect([0, 30, 60].map((days) => decay(days * DAY_MS, 30))).toEqual([1, 0.5, 0.25]);
    expect(decay(-30 * DAY_MS, 30)).toBe(1);
  });
});

describe('halfLives', () => {
  it('are of ratings, of impressions, then every one there is, ascending, whatever order the policy has', () => {
    const odd = extendPolicy(policy, { kinds: { click: { halfLifeDays: 400 }, like: { halfLifeDays: 7 } } });
    expect(halfLives(odd)).toEqual([180, 30, 7, 30, 180, 400]);
  });
});
