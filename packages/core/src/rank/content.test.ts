import fc from 'fast-check';
import { expect, it } from 'vitest';
import { anyItem } from '../../test/items.js';
import { RUNS } from '../../test/runs.js';
import { featureShares } from '../item.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy } from '../policy/policy.js';
import type { Sum } from '../profile/sum.js';
import { contentOf, type ReadFeature } from './content.js';
import type { Evidence } from './evidence.js';

const policy = extendPolicy(defaultPolicy, { content: 0.7 });
const readIn =
  (features: ReadonlyMap<string, Sum>): ReadFeature =>
  (into, name, share) => {
    const [liking = 0, confidence = 0] = features.get(name) ?? [];
    into.liking += liking * share;
    into.confidence += confidence * Math.abs(share);
    return into;
  };
const known = fc
  .uniqueArray(fc.constantFrom('x', 'y', 'topic:z', 'creator:jo', '__proto__', '7', '#0', '#1', '#63', '#64'))
  .map((names) => new Map<string, Sum>(names.map((name, i) => [name, [(-1) ** i * (i + 1), i + 1]])));

it('reads of an item what its shares say, without making them', () => {
  fc.assert(
    fc.property(known, fc.array(anyItem, { minLength: 1, maxLength: 5 }), (features, items) => {
      const read = readIn(features);
      const content = contentOf(read, policy);
      for (const item of items) {
        const said = content(item, { liking: 0.25, confidence: 0.5 });
        const meant: Evidence = { liking: 0.25, confidence: 0.5 };
        for (const [name, share] of featureShares(item)) read(meant, name, policy.content * share);
        expect(said.liking).toBeCloseTo(meant.liking, 9);
        expect(said.confidence).toBeCloseTo(meant.confidence, 9);
      }
    }),
    RUNS,
  );
});
