import type { Policy } from '../policy/policy.js';
import type { Dwell, Signal } from '../signal.js';

/** Whether an item was looked at in a list, not opened: that speaks for what it is about, and does not make it known. */
export const isGlance = (signal: Signal): signal is Dwell => signal.kind === 'dwell' && signal.list !== undefined;

/** What a dwell says by itself, −1 to 1: the share of dwells that are shorter, on the scale from −1 to 1. */
export function dwellLiking(signal: Dwell, policy: Policy): number {
  const { attendedMs, bounced, quantile } = signal;
  if (bounced) return policy.dwell.bounced;
  if (quantile !== undefined) return 2 * quantile - 1;
  return timeLiking(attendedMs, isGlance(signal) ? policy.dwell.glance : policy.dwell);
}

/**
 * What attended time says where nothing else is known, −1 to 1. Dwell times are log-normal (Yi et al. 2014, "Beyond
 * clicks: dwell time for personalization"): 2Φ((ln t − μ)/σ) − 1.
 */
export function timeLiking(attendedMs: number, { mu, sigma }: Pick<Policy['dwell'], 'mu' | 'sigma'>): number {
  const z = (Math.log(attendedMs / 1_000) - mu) / sigma;
  return Math.tanh(0.7978845608 * (z + 0.044715 * z ** 3)); // 2Φ(z) − 1, within 4e-4 (Page 1977)
}

/** What of a dwell's confidence is due to it: all, but little to a glance, and nothing to one that was shorter than most. */
export const dwellShare = (signal: Dwell, liking: number, { dwell }: Policy): number =>
  !isGlance(signal) ? 1 : liking > 0 ? dwell.glance.share : 0;
