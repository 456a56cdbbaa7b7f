import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ITEMS } from '../test/observations.js';
import { RUNS } from '../test/runs.js';
import { inContext } from './context.js';
import { refuseItem, type Item } from './item.js';
import { emptyModel } from './model.js';
import { extendPolicy } from './policy/extend.js';
import { defaultPolicy as policy } from './policy/policy.js';
import { saveProfile } from './profile/document.js';
import { emptyProfile, learn, profileOf } from './profile/profile.js';
import { viewOf } from './profile/view.js';
import { rank } from './rank/rank.js';
import { explain } from './score/ledger.js';
import { refuse, type Signal } from './signal.js';
import { DAY_MS } from './time.js';

const NOW = 1_000 * DAY_MS;

/** Almost a signal: the right fields, with anything in them. */
const nearSignal = fc.record(
  {
    kind: fc.oneof(
      fc.constantFrom('impression', 'click', 'dwell', 'watch', 'like', 'rate', 'undo', 'purchase', 'x'),
      fc.anything(),
    ),
    item: fc.oneof(fc.constantFrom('a', '__proto__', 'constructor', ''), fc.anything()),
    at: fc.oneof(fc.integer({ min: -5, max: 2 * NOW }), fc.double(), fc.anything()),
    list: fc.oneof(fc.constant('home'), fc.anything()),
    position: fc.oneof(fc.integer(), fc.double()),
    bucket: fc.integer({ min: -1, max: 40 }),
    stars: fc.double(),
    coverage: fc.double(),
    attendedMs: fc.oneof(fc.double(), fc.constantFrom(0, Infinity, 1e300)),
    quantile: fc.double(),
    replay: fc.double(),
    dropOff: fc.double(),
    propensity: fc.oneof(fc.double(), fc.constantFrom(Number.MIN_VALUE, 1e-300)),
    opened: fc.double(),
    purchased: fc.double(),
    of: fc.anything(),
  },
  { requiredKeys: [] },
);
const nearItem = fc.record(
  {
    id: fc.oneof(fc.constantFrom('a', '__proto__'), fc.anything()),
    features: fc.oneof(
      fc.array(fc.oneof(fc.string(), fc.double(), fc.anything())),
      fc.dictionary(fc.string(), fc.oneof(fc.double(), fc.anything())),
      fc.anything(),
    ),
    creator: fc.anything(),
    season: fc.anything(),
  },
  { requiredKeys: [] },
);

describe('whatever a page says', () => {
  it('is refused with a reason and changes nothing, or leaves a profile of finite numbers', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.oneof(nearSignal, fc.anything()), nearItem), { maxLength: 20 }), (told) => {
        const profile = emptyProfile(policy);
        for (const [signal, about] of told) {
          const item: Item = refuseItem(about) ? { id: 'plain', features: ['x'] } : (about as Item);
          if (refuse(signal, NOW)) continue;
          const known = inContext(signal as Signal, item, profile, emptyModel, policy);
          learn(profile, { signal: known, item }, policy);
        }
        const view = viewOf(profile, policy, NOW);
        for (const { score, confidence } of [...Object.values(view.features), ...Object.values(view.items)]) {
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
          expect(confidence).toBeGreaterThanOrEqual(-1e-9);
          expect(confidence).toBeLessThanOrEqual(1);
        }
        for (const { score } of rank(ITEMS, profile, emptyModel, policy, NOW))
          expect(Math.abs(score)).toBeLessThanOrEqual(1);
        expect(Object.getPrototypeOf(profile.features)).toBe(Map.prototype);
        expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
      }),
      RUNS,
    );
  });

  it('never makes a policy of numbers that cannot be', () => {
    const changes = fc.object({
      key: fc.constantFrom(
        'kinds',
        'click',
        'liking',
        'doubt',
        'rank',
        'caps',
        'creator:',
        'watch',
        'curve',
        '__proto__',
      ),
    });
    fc.assert(
      fc.property(changes, (change) => {
        try {
          const extended = extendPolicy(policy, change);
          const signal: Signal = { kind: 'click', item: 'a', at: 1, list: 'home', position: 2, bucket: 0 };
          const view = viewOf(profileOf([{ signal, item: { id: 'a', features: ['x'] } }], extended), extended, 2);
          expect(Math.abs(view.items['a']?.score ?? 0)).toBeLessThanOrEqual(1);
        } catch (error) {
          expect(String(error)).toMatch(/^PolicyError: \[penchant\] policy/);
        }
      }),
      RUNS,
    );
  });

  it('keeps an id of a million characters out, and everything else as it was', () => {
    const profile = profileOf([{ signal: { kind: 'like', item: 'a', at: 1 }, item: { id: 'a' } }], policy);
    const before = JSON.stringify(saveProfile(profile));
    const long = 'x'.repeat(1_000_000);
    expect(refuse({ kind: 'like', item: long, at: 1 })).toEqual({ path: 'item', reason: 'length' });
    expect(refuseItem({ id: long })).toEqual({ path: 'id', reason: 'length' });
    learn(
      profile,
      { signal: { kind: 'skip', item: 'b', at: 1 }, item: { id: 'b', features: [long, { [long]: 1 }] as never } },
      policy,
    );
    expect(profile.features.size).toBe(0);
    expect(JSON.stringify(saveProfile(profile)).length).toBeLessThan(before.length + 200);
  });

  it('cannot make explain lie about an item that is not there', () => {
    const { score, entries } = explain({ id: '' }, [], emptyProfile(policy), emptyModel, policy, 0);
    expect([score, entries]).toEqual([0, []]);
  });
});
