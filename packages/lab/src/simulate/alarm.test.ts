import { expect, it } from 'vitest';
import { alarm } from './alarm.js';
import type { ScenarioName } from './scenarios.js';

const LISTS = 30_000;
const SEEDS = [1, 2, 3];
const flagged = (scenario: ScenarioName): number => SEEDS.filter((seed) => alarm(scenario, seed, LISTS)).length;

it.each(['plain', 'plain-by-score', 'personal'] as const)(
  'stays silent where the position-based model holds: %s',
  (scenario) => {
    expect(flagged(scenario)).toBe(0);
  },
  60_000,
);

it.each(['trust', 'trust-no-buckets', 'personal-trust', 'cascade', 'cascade-no-buckets', 'personal-cascade'] as const)(
  'is raised where clicks are by another model: %s',
  (scenario) => {
    expect(flagged(scenario)).toBe(SEEDS.length);
  },
  60_000,
);
