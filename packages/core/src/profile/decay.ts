import { DAY_MS } from '../time.js';
import type { Policy } from '../policy/policy.js';
import type { SignalKind } from '../signal.js';

/** What is left of a weight after some time: 2^(−age / half-life). Never more than 1: a clock that ran backwards makes nothing grow. */
export const decay = (ageMs: number, halfLifeDays: number): number =>
  ageMs <= 0 ? 1 : 2 ** (-ageMs / (halfLifeDays * DAY_MS));

/** The half-life of a kind of signal, in days. */
export const halfLifeDays = (kind: SignalKind, policy: Policy): number =>
  kind === 'impression' ? policy.impression.halfLifeDays : policy.kinds[kind].halfLifeDays;

/**
 * Fading sums, flat so that ten thousand of them stay small: `[at, exposures, liking₀, confidence₀, liking₁, …]`,
 * one (liking, confidence) pair for each half-life of the policy, all of them as they stood at `at` (ms).
 */
export type Sum = number[];

/** The different half-lives of a policy in days, ascending: the columns of its sums. The first number is the exposures'. */
export function halfLives(policy: Policy): readonly number[] {
  let lives = columns.get(policy);
  if (!lives) {
    const days = Object.values(policy.kinds).map((kind) => kind.halfLifeDays);
    lives = [policy.impression.halfLifeDays, ...[...new Set(days)].sort((a, b) => a - b)];
    columns.set(policy, lives);
  }
  return lives;
}
const columns = new WeakMap<Policy, readonly number[]>();

/** Moves a sum to a later time, in place. */
export function fade(sum: Sum, atMs: number, lives: readonly number[]): void {
  const ageMs = atMs - (sum[0] ?? 0);
  if (ageMs <= 0) return;
  sum[0] = atMs;
  sum[1] = (sum[1] ?? 0) * decay(ageMs, lives[0] ?? Infinity);
  for (let column = 1; column < lives.length; column++) {
    const left = decay(ageMs, lives[column] ?? Infinity);
    sum[2 * column] = (sum[2 * column] ?? 0) * left;
    sum[2 * column + 1] = (sum[2 * column + 1] ?? 0) * left;
  }
}

/** Adds `from` to `into`, both moved to the later of their times; `into` is changed, `from` is not. */
export function addSum(into: Sum, from: Sum, lives: readonly number[]): void {
  const later = [...from];
  fade(later, into[0] ?? 0, lives);
  fade(into, later[0] ?? 0, lives);
  for (let i = 1; i < later.length; i++) into[i] = (into[i] ?? 0) + (later[i] ?? 0);
}
