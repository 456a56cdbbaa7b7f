import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_KNOWN, MAX_OPEN_ACTS } from '../limits.js';
import { article } from '../policy/article.js';
import { extendPolicy } from '../policy/extend.js';
import { defaultPolicy as policy, type Policy } from '../policy/policy.js';
import type { Explicit, Signal } from '../signal.js';
import { RUNS } from '../../test/runs.js';
import { ITEMS, observations, type Told } from '../../test/observations.js';
import { DAY_MS } from '../time.js';
import { saveProfile } from './document.js';
import { emptyProfile, lastSaid, learn, merge, profileOf, type Observation, type Profile } from './profile.js';
import { viewOf } from './view.js';

const NOW = 500 * DAY_MS;
const learnt = (told: readonly Observation[], by: Policy = policy): Profile =>
  told.reduce((profile, each) => learn(profile, each, by), emptyProfile(by));
const shuffled = observations.chain((all) =>
  fc.tuple(fc.constant(all), fc.shuffledSubarray([...all], { minLength: all.length })),
);

/** Two profiles that say the same at one moment, to 1e-9. */
function expectSame(a: Profile, b: Profile): void {
  const [one, other] = [viewOf(a, policy, NOW), viewOf(b, policy, NOW)];
  for (const sums of ['features', 'items'] as const)
    for (const key of new Set([...Object.keys(one[sums]), ...Object.keys(other[sums])])) {
      const nothing = { score: 0, confidence: 0 };
      const [left, right] = [one[sums][key] ?? nothing, other[sums][key] ?? nothing];
      expect(Math.abs(left.score - right.score)).toBeLessThan(1e-9);
      expect(Math.abs(left.confidence - right.confidence)).toBeLessThan(1e-9);
    }
  expect(one.suppressed).toEqual(other.suppressed);
  expect(a.ratings).toEqual(b.ratings);
  expect(a.bought).toEqual(b.bought);
}

describe('profile', () => {
  it('is the same in whatever order signals come', () => {
    fc.assert(
      fc.property(shuffled, ([one, other]) => expectSame(learnt(one), learnt(other))),
      RUNS,
    );
  });

  it('is the same however signals are split into bursts', () => {
    fc.assert(
      fc.property(observations, fc.nat(40), (all, cut) => {
        expectSame(merge(learnt(all.slice(0, cut)), learnt(all.slice(cut)), policy), learnt(all));
      }),
      RUNS,
    );
  });

  it('is the same whether it grew or was rebuilt', () => {
    fc.assert(
      fc.property(observations, (all) => expectSame(learnt(all), profileOf(all, policy))),
      RUNS,
    );
  });

  it('merges in any order', () => {
    fc.assert(
      fc.property(observations, observations, observations, (a, b, c) => {
        const left = merge(merge(learnt(a), learnt(b), policy), learnt(c), policy);
        const right = merge(learnt(c), merge(learnt(b), learnt(a), policy), policy);
        expectSame(left, right);
      }),
      RUNS,
    );
  });

  it('moves in time only by decay', () => {
    fc.assert(
      fc.property(observations, fc.integer({ min: 0, max: 400 }), (all, days) => {
        const profile = learnt(all);
        const before = structuredClone(profile);
        viewOf(profile, policy, NOW + days * DAY_MS);
        expect(profile).toEqual(before);
      }),
    );
    const profile = learnt([{ signal: { kind: 'like', item: 'a', at: 0 }, item: { id: 'a', features: ['x'] } }]);
    const { liking, confidence, halfLifeDays } = policy.kinds.like;
    for (const days of [0, 10, 180, 1_000]) {
      const left = confidence * 2 ** (-days / halfLifeDays);
      expect(viewOf(profile, policy, days * DAY_MS).features['x']?.score).toBeCloseTo(
        (liking * left) / (left + policy.doubt),
        12,
      );
    }
  });

  it('grows nothing when the clock runs backwards', () => {
    const like: Observation = { signal: { kind: 'like', item: 'a', at: NOW }, item: { id: 'a', features: ['x'] } };
    expect(viewOf(learnt([like]), policy, 0).features['x']).toEqual(viewOf(learnt([like]), policy, NOW).features['x']);
  });

  it('without what was excluded is, byte for byte, that of a visitor who never did it', () => {
    fc.assert(
      fc.property(observations, fc.constantFrom(...ITEMS), (all, { id }) => {
        const kept = all.filter(({ signal }) => signal.item !== id);
        const excluded = profileOf(
          all.filter(({ signal }) => !(signal.item === id)),
          policy,
        );
        expect(JSON.stringify(saveProfile(excluded))).toBe(JSON.stringify(saveProfile(profileOf(kept, policy))));
      }),
      RUNS,
    );
  });

  it('knows nothing, byte for byte, of a purchase that was a gift', () => {
    fc.assert(
      fc.property(observations, fc.nat(40), (all, at) => {
        const gift: Observation = {
          signal: { kind: 'purchase', item: 'gift', at: NOW, gift: true },
          item: { id: 'gift', features: ['x'] },
        };
        const withGift = [...all.slice(0, at), gift, ...all.slice(at)];
        expect(JSON.stringify(saveProfile(learnt(withGift)))).toBe(JSON.stringify(saveProfile(learnt(all))));
      }),
    );
  });

  it('is exactly as before when something is taken back', () => {
    fc.assert(
      fc.property(
        observations,
        fc.constantFrom<Told['kind']>('like', 'dislike', 'hide', 'rate', 'save', 'share', 'cart', 'purchase', 'return'),
        fc.constantFrom(...ITEMS),
        fc.nat(40),
        (all, kind, item, cut) => {
          const of = { kind, item: item.id, at: NOW, ...(kind === 'rate' && { stars: 5 }) } as Explicit;
          const undo: Observation = { signal: { kind: 'undo', item: item.id, at: NOW, of }, item };
          const said = [...all.slice(0, cut), { signal: of, item }, ...all.slice(cut), undo];
          const never = all.filter(({ signal }) => signal.kind !== 'undo' || signal.of.at !== NOW);
          expect(JSON.stringify(saveProfile(profileOf(said, policy)))).toBe(
            JSON.stringify(saveProfile(profileOf(never, policy))),
          );
          expectSame(learnt(said), learnt(never)); // and, as it grows, to the last rounding
          expectSame(learnt([undo, ...said.slice(0, -1)]), learnt(never)); // even if the taking back is learnt first
        },
      ),
      RUNS,
    );
  });

  it('holds nothing any more of the one thing that was said and taken back', () => {
    const item = { id: 'a', features: ['x', 'y'] };
    const of: Explicit = { kind: 'dislike', item: 'a', at: 5 };
    const profile = learnt([
      { signal: of, item },
      { signal: { kind: 'undo', item: 'a', at: 9, of }, item },
    ]);
    expect([profile.items.size, profile.features.size]).toEqual([0, 0]);
    expect(viewOf(profile, policy, 10).suppressed).toEqual({});
  });

  it('scores likes above 0, dislikes below, and says nothing of mere impressions', () => {
    const seen: Signal = { kind: 'impression', item: 'a', at: NOW, list: 'home', position: 1, bucket: 0 };
    const profile = learnt([{ signal: seen, item: { id: 'a', features: ['x'] } }]);
    expect(viewOf(profile, policy, NOW)).toMatchObject({ features: {}, items: { a: { score: 0, confidence: 0 } } });
    const said = (kind: 'like' | 'dislike') =>
      viewOf(learnt([{ signal: { kind, item: 'a', at: NOW }, item: { id: 'a', features: ['x'] } }]), policy, NOW);
    expect(said('like').features['x']?.score).toBeGreaterThan(0);
    expect(said('dislike').features['x']?.score).toBeLessThan(0);
  });

  it('counts of one act the deepest signal, and the last of those that are as deep', () => {
    const item = { id: 'v', features: ['x'] };
    const at = (ms: number) => ({ item: 'v', at: NOW + ms, opened: NOW });
    const click: Observation = { signal: { kind: 'click', item: 'v', at: NOW }, item };
    const dwell = (attendedMs: number): Observation => ({
      signal: { kind: 'dwell', attendedMs, ...at(attendedMs) },
      item,
    });
    const watch: Observation = { signal: { kind: 'watch', coverage: 0.9, attendedMs: 9, ...at(9) }, item };
    const score = (...told: Observation[]) => viewOf(learnt(told), policy, NOW + DAY_MS).items['v']?.score;
    expect(score(click, dwell(1_000), dwell(60_000))).toBeCloseTo(score(dwell(60_000)) ?? 9, 12);
    expect(score(click, dwell(60_000), watch)).toBeCloseTo(score(watch) ?? 9, 12);
    expect(score(click, { ...click, signal: { kind: 'click', item: 'v', at: NOW + 1 } })).toBeGreaterThan(
      score(click) ?? 9,
    );
    expect(score(watch, watch)).toBeCloseTo(score(watch) ?? 9, 12);
    const failed: Observation = { ...watch, signal: { ...watch.signal, technical: true } as Signal };
    expect(score(click, failed)).toBeCloseTo(score(click) ?? 9, 12); // the click stands: the player is no reason
  });

  it('keeps a feature called __proto__ to itself', () => {
    const profile = learnt([
      { signal: { kind: 'like', item: '__proto__', at: NOW }, item: { id: '__proto__', features: ['__proto__'] } },
    ]);
    const view = viewOf(profile, policy, NOW);
    expect(Object.keys(view.features)).toEqual(['__proto__']);
    expect(Object.getPrototypeOf(view.features)).toBe(Object.prototype);
  });

  it('does not change what it is merged from', () => {
    fc.assert(
      fc.property(observations, observations, (a, b) => {
        const from = learnt(b);
        const before = structuredClone(from);
        merge(learnt(a), from, policy);
        expect(from).toEqual(before);
      }),
    );
  });

  it('forgets what says least when it is full, and accounts for it', () => {
    const many = Math.ceil(MAX_KNOWN * 1.2);
    const profile = emptyProfile(policy);
    const says = (i: number, kind: 'skip' | 'like'): void =>
      void learn(
        profile,
        { signal: { kind, item: `${i}`, at: NOW }, item: { id: `${i}`, features: [`f${i}`] } },
        policy,
      );
    for (let i = 0; i < many; i++) says(i, i % 10 === 0 ? 'like' : 'skip');
    expect(profile.features.size).toBeLessThanOrEqual(MAX_KNOWN * 1.1);
    expect(profile.items.size).toBeLessThanOrEqual(MAX_KNOWN * 1.1);
    for (let i = 0; i < many; i += 10) expect(profile.features.has(`f${i}`)).toBe(true); // every like is still there
    const gone = 2 * many - profile.features.size - profile.items.size;
    expect(profile.lost.sums).toBe(gone);
    expect(profile.lost.confidence).toBeCloseTo(gone * policy.kinds.skip.confidence, 6);
  });

  it('remembers a bounded number of acts, and of purchases', () => {
    const profile = emptyProfile(policy);
    for (let i = 0; i < 3 * MAX_OPEN_ACTS; i++)
      learn(profile, { signal: { kind: 'click', item: 'a', at: i }, item: { id: 'a' } }, policy);
    expect(profile.acts.size).toBe(MAX_OPEN_ACTS);
    expect(profile.acts.has(`${3 * MAX_OPEN_ACTS - 1} a`)).toBe(true);
    for (let i = 0; i < MAX_KNOWN * 1.2; i++)
      learn(profile, { signal: { kind: 'purchase', item: `${i}`, at: 1 }, item: { id: `${i}` } }, policy);
    expect(profile.bought.size).toBeLessThanOrEqual(MAX_KNOWN * 1.1);
  });

  it('survives a clock that was fifty years behind', () => {
    const item = { id: 'a', features: ['x'] };
    const then: Observation = { signal: { kind: 'like', item: 'a', at: 0 }, item };
    const now: Observation = { signal: { kind: 'like', item: 'a', at: 60 * 365 * DAY_MS }, item };
    const later = 60 * 365 * DAY_MS;
    const alone = viewOf(learnt([now]), policy, later).features['x'];
    for (const told of [
      [then, now],
      [now, then],
    ])
      expect(viewOf(learnt(told), policy, later).features['x']?.score).toBeCloseTo(alone?.score ?? 9, 9);
  });

  it('has a column for every half-life of its policy', () => {
    const quick = extendPolicy(policy, { kinds: { click: { halfLifeDays: 1 } } });
    expect(emptyProfile(quick).halfLives).toHaveLength(emptyProfile(policy).halfLives.length + 1);
    expect(emptyProfile(article).halfLives).toHaveLength(3);
  });
});

it('takes back a purchase that turned out to be one of the same item again', () => {
  const item = { id: 'a', features: ['x'] };
  const of: Explicit = { kind: 'purchase', item: 'a', at: 5 };
  const undo: Observation = { signal: { kind: 'undo', item: 'a', at: 9, of }, item };
  expect(profileOf([{ signal: { ...of, kind: 'repurchase' }, item }, undo], policy)).toEqual(emptyProfile(policy));
});

describe('lastSaid', () => {
  it('finds the last explicit thing said of an item that stands', () => {
    const like: Explicit = { kind: 'like', item: 'a', at: 1 };
    const save: Explicit = { kind: 'save', item: 'a', at: 2 };
    const item = { id: 'a' };
    const told: Observation[] = [like, save, { kind: 'click', item: 'a', at: 3 } as const].map((signal) => ({
      signal,
      item,
    }));
    expect(lastSaid(told, 'a')).toEqual(save);
    const undo: Signal = { kind: 'undo', item: 'a', at: 4, of: save };
    expect(lastSaid([...told, { signal: undo, item }], 'a')).toEqual(like);
    expect(lastSaid(told, 'b')).toBeUndefined();
  });
});
