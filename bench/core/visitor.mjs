import { DAY_MS, emptyProfile, learn } from '@penchant/core';

/** Features that the visitor's profile knows: all it can hold. */
export const KNOWN = 10_000;

export const NOW = 20_000 * DAY_MS;

/** Numbers in [0, 1), the same ones every time (Park & Miller's generator). */
export function chance(seed = 1) {
  let state = seed;
  return () => {
    state = (state * 48_271) % 0x7fffffff;
    return state / 0x7fffffff;
  };
}

/** An item with `many` features of those known. Every one is a new object, whose shares nobody computed yet. */
export const tagged = (i, many) => ({
  id: `item-${i}`,
  features: Array.from({ length: many }, (_, k) => `topic:${(i * many + k) % KNOWN}`),
});

/** An item that an embedding describes. */
export function dense(i, dimensions = 64) {
  const random = chance(i + 1);
  return { id: `vector-${i}`, features: Array.from({ length: dimensions }, () => random() - 0.5) };
}

/** The i-th thing a visitor does with an item: mostly they open it, sometimes they stay, now and then they say something. */
export function observation(i, item, at = NOW) {
  const of = { item: item.id, at };
  switch (i % 10) {
    case 2:
    case 5:
      return { item, signal: { kind: 'dwell', ...of, opened: at - 30_000, attendedMs: 1_000 * (i % 90) } };
    case 8:
      return { item, signal: { kind: 'watch', ...of, opened: at - 60_000, coverage: (i % 7) / 7, attendedMs: 60_000 } };
    case 9:
      return { item, signal: { kind: 'like', ...of } };
    default:
      return { item, signal: { kind: 'click', ...of, list: 'home', position: 1 + (i % 20), bucket: 0 } };
  }
}

/** A history of signals a minute apart, the last of them now. */
export const history = (length, itemOf) =>
  Array.from({ length }, (_, i) => observation(i, itemOf(i), NOW - 60_000 * (length - 1 - i)));

export const learnAll = (profile, observations, policy) => {
  for (const each of observations) learn(profile, each, policy);
  return profile;
};

/** A visitor of whom a profile knows as many features as it can hold, from items with five each. */
export function acquainted(policy, each = 5) {
  const items = Array.from({ length: KNOWN / each }, (_, i) => tagged(i, each));
  return learnAll(
    emptyProfile(policy),
    history(items.length, (i) => items[i]),
    policy,
  );
}
