import type { KindPolicy, Policy, ScoredKind } from '../policy/policy.js';
import { DAY_MS } from '../time.js';

/** What is left of a weight after some time: 2^(−age / half-life). Never more than 1: a clock that ran backwards makes nothing grow. */
export const decay = (ageMs: number, halfLifeDays: number): number =>
  ageMs <= 0 ? 1 : 2 ** (-ageMs / (halfLifeDays * DAY_MS));

/** Cells of a sum that have a half-life of their own: of ratings, and of exposures. Pairs of liking and confidence follow. */
export const OWN = 2;

const known = new WeakMap<Policy, readonly number[]>();

/** The half-lives of a policy's sums, in days: of ratings, of exposures, then every different one, ascending. */
export function halfLives(policy: Policy): readonly number[] {
  const { kinds } = policy;
  let lives = known.get(policy);
  if (!lives) {
    const different = new Set(Object.values(kinds).map(({ halfLifeDays }: KindPolicy) => halfLifeDays));
    lives = [kinds.rate.halfLifeDays, kinds.impression.halfLifeDays, ...[...different].sort((a, b) => a - b)];
    known.set(policy, lives);
  }
  return lives;
}

/** Which of the half-lives signals of a kind fade by. */
export const columnOf = (kind: ScoredKind, { kinds }: Policy, lives: readonly number[]): number =>
  lives.indexOf(kinds[kind].halfLifeDays, OWN);
