import { describe, expect, it } from 'vitest';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy } from '../policy/policy.js';
import type { Scored } from '../signal.js';
import { score } from './score.js';
import { completion } from './watch.js';

describe('what a policy says of a kind', () => {
  it.each<Scored>([
    { kind: 'dwell', item: 'a', at: 0, attendedMs: 9_000, bounced: true },
    { kind: 'watch', item: 'a', at: 0, coverage: 0.9, attendedMs: 90_000 },
    { kind: 'rate', item: 'a', at: 0, stars: 5 },
    { kind: 'like', item: 'a', at: 0 },
    { kind: 'return', item: 'a', at: 0 },
  ])('scales what its signals say: $kind', (signal) => {
    const { liking, confidence } = policy.kinds[signal.kind];
    const half = extendPolicy(policy, {
      kinds: { [signal.kind]: { liking: liking / 2, confidence: confidence / 2 } },
    });
    const [whole, halved] = [score(signal, policy), score(signal, half)];
    expect(halved.liking).toBeCloseTo(whole.liking / 2, 12);
    expect(halved.confidence).toBeCloseTo(whole.confidence / 2, 12);
    expect(whole).toMatchObject({ propensity: 1, cap: 1 });
  });
});

describe('completion', () => {
  it('is whole from the very shares that the policy names', () => {
    const { completedFrom, replay } = policy.watch;
    const watch = { kind: 'watch', item: 'a', at: 0, attendedMs: 1 } as const;
    const at = (coverage: number, dropOff: number) => completion({ ...watch, coverage, dropOff }, policy);
    expect(at(replay.from, completedFrom)).toBe(1);
    expect(at(replay.from - 0.01, completedFrom)).toBe(replay.from - 0.01);
    expect(at(replay.from, completedFrom - 0.01)).toBe(replay.from);
  });
});
