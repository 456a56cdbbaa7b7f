import type { Policy } from '../policy/policy.js';
import type { Dwell } from '../signal.js';

/** What a dwell says, −1 to 1: the share of dwells that are shorter, on the scale from −1 to 1. */
export function dwellLiking({ attendedMs, bounced, quantile }: Dwell, policy: Policy): number {
  if (bounced) return policy.dwell.bounced;
  if (quantile !== undefined) return 2 * quantile - 1;
  return timeLiking(attendedMs, policy);
}

/**
 * What attended time says where nothing else is known, −1 to 1. Dwell times are log-normal (Yi et al. 2014, "Beyond
 * clicks: dwell time for personalization"): 2Φ((ln t − μ)/σ) − 1.
 */
export function timeLiking(attendedMs: number, { dwell }: Policy): number {
  const z = (Math.log(attendedMs / 1_000) - dwell.mu) / dwell.sigma;
  return Math.tanh(0.7978845608 * (z + 0.044715 * z ** 3)); // 2Φ(z) − 1, within 4e-4 (Page 1977)
}
