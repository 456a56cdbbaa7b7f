/** Now and then something is placed by chance, so that what was never shown can be learnt about. */
export interface Exploration {
  /** Share of places that are given by chance, 0 to 1. */
  readonly share: number;
  /** The same seed gives the same order. */
  readonly seed: number;
}

/** Chance reaches no further than this many places down. */
const WINDOW = 50;

/**
 * Gives each place, with probability `share`, to any of the next `WINDOW` items with equal chance, else to the next.
 * Each item comes with the probability with which it got its place, given the places before: what is needed to evaluate
 * other orders from this one's clicks (Swaminathan & Joachims 2015).
 */
export function explore<T>(
  best: readonly T[],
  { share, seed }: Exploration,
): (readonly [item: T, propensity: number])[] {
  const left = [...best];
  const chance = mulberry32(seed);
  return best.map((_, place) => {
    const many = Math.min(WINDOW, best.length - place);
    const pick = chance() < share ? Math.floor(chance() * many) : 0;
    const [item] = left.splice(pick, 1) as [T];
    return [item, (pick === 0 ? 1 - share : 0) + share / many] as const;
  });
}

/** A small generator of numbers in [0, 1) (T. Ettinger, mulberry32). */
export function mulberry32(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}
