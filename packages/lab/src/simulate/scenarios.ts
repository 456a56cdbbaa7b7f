import type { WorldOptions } from './world.js';

/** θ = 1/k at ten positions. */
const THETA = Array.from({ length: 10 }, (_, k) => 1 / (k + 1));

/**
 * 100,000 lists of 10 from pools of 50, 1,000 items. One of ten items is opened when it is examined, give or take a factor
 * of two; five rankers take turns, each as wrong about items as those differ.
 */
const PLAIN = {
  items: 1_000,
  lists: 100_000,
  pool: 50,
  theta: THETA,
  clicks: 'position',
  median: 0.1,
  spread: 0.75,
  personal: 0,
  rankers: 5,
  error: 1,
  bucketed: 'taste',
} as const satisfies Omit<WorldOptions, 'seed'>;

/** The worlds whose figures are published, by name. */
export const SCENARIOS = {
  plain: PLAIN,
  weak: { ...PLAIN, error: 2 },
  personal: { ...PLAIN, personal: 1 },
  'personal-whole-score': { ...PLAIN, personal: 1, bucketed: 'score' },
  rare: { ...PLAIN, median: 0.01, error: 0.5 },
  // each list chosen from a fifth of all items: the best could take a fifth of all places
  crowded: { ...PLAIN, pool: 200 },
  // what clicks are by, for the alarm: buckets of the whole score stand for orders that are the same for all
  'plain-by-score': { ...PLAIN, bucketed: 'score' },
  trust: { ...PLAIN, clicks: 'trust', bucketed: 'score' },
  cascade: { ...PLAIN, clicks: 'cascade', bucketed: 'score' },
  'trust-no-buckets': { ...PLAIN, clicks: 'trust' },
  'cascade-no-buckets': { ...PLAIN, clicks: 'cascade' },
  'personal-trust': { ...PLAIN, personal: 1, clicks: 'trust' },
  'personal-cascade': { ...PLAIN, personal: 1, clicks: 'cascade' },
} as const satisfies Readonly<Record<string, Omit<WorldOptions, 'seed'>>>;
export type ScenarioName = keyof typeof SCENARIOS;
