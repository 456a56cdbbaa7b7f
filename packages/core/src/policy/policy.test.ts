import { describe, expect, it } from 'vitest';
import { defaultPolicy, extendPolicy } from './policy.js';

describe('extendPolicy', () => {
  it('changes what it is told and keeps the rest', () => {
    const policy = extendPolicy(defaultPolicy, {
      name: 'news',
      kinds: { click: { liking: 0.3 } },
      rank: { opened: 'last' },
    });
    expect(policy.kinds.click).toEqual({ ...defaultPolicy.kinds.click, liking: 0.3 });
    expect(policy.kinds.like).toEqual(defaultPolicy.kinds.like);
    expect(policy.rank.opened).toBe('last');
    expect(defaultPolicy.kinds.click.liking).toBe(0.5);
  });

  it('takes a whole policy too', () => {
    expect(extendPolicy(defaultPolicy, defaultPolicy)).toEqual(defaultPolicy);
  });

  it.each([
    ['{"kinds":{"stare":{"liking":1}}}', 'policy.kinds.stare is not a setting'],
    ['{"kinds":{"click":{"liking":"lots"}}}', 'policy.kinds.click.liking must be a number'],
    ['{"kinds":null}', 'policy.kinds must be a object'],
    ['{"__proto__":{"doubt":2}}', 'policy.__proto__ is not a setting'],
  ])('names the field of %s that is wrong', (json, message) => {
    expect(() => extendPolicy(defaultPolicy, JSON.parse(json))).toThrow(message);
  });
});
