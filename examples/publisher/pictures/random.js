/** Chance that repeats: the same seed always draws the same picture. */
export function seeded(/** @type {string} */ seed) {
  let state = 2166136261;
  for (const letter of seed) state = Math.imul(state ^ letter.codePointAt(0), 16777619);

  function next() {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  const between = (low, high) => low + (high - low) * next();
  return {
    next,
    between,
    int: (low, high) => Math.floor(between(low, high + 1)),
    pick: (list) => list[Math.floor(next() * list.length)],
    chance: (p) => next() < p,
    /** `count` results of `make(index, share)`, where share runs from 0 to 1. */
    times: (count, make) => Array.from({ length: count }, (_, i) => make(i, count > 1 ? i / (count - 1) : 0)),
  };
}
