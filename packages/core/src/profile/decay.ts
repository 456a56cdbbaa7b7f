import type { KindPolicy, Policy, ScoredKind } from '../policy/policy.js';
import { DAY_MS } from '../time.js';

/** What is left of a weight after some time: 2^(−age / half-life). Never more than 1: a clock that ran backwards makes nothing grow. */
export const decay = (ageMs: number, halfLifeDays: number): number =>
  ageMs <= 0 ? 1 : 2 ** (-ageMs / (halfLifeDays * DAY_MS));

/** Cells of a sum that have a half-life of their own: of ratings, and of exposures. Pairs of liking and confidence follow. */
export const OWN = 2;

/** The half-lives of a policy's sums, in days: of ratings, of exposures, then every different one, ascending. */
export function halfLives({ kinds }: Policy): readonly number[] {
  const days = Object.values(kinds).map(({ halfLifeDays }: KindPolicy) => halfLifeDays);
  const different = [...new Set(days)].sort((a, b) => a - b);
  return [kinds.rate.halfLifeDays, kinds.impression.halfLifeDays, ...different];
}

/** Which of the half-lives signals of a kind fade by. */
export const columnOf = (kind: ScoredKind, { kinds }: Policy, lives: readonly number[]): number =>
  lives.indexOf(kinds[kind].halfLifeDays, OWN);
