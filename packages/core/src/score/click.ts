import type { Policy } from '../policy/policy.js';
import type { Click } from '../signal.js';

/**
 * The chance that a position is examined, relative to position 1: 1/k^eta.
 * Used until a model has estimated the list's own curve.
 */
export const assumedPropensity = (position: number, policy: Policy): number =>
  Math.max(1, position) ** -policy.position.eta;

/**
 * A click's propensity, and how much of its inverse the cap leaves: inverse propensity weights are clipped, or one deep
 * click would speak for everything (Joachims et al. 2017; Swaminathan & Joachims 2015).
 */
export function debias(click: Click, policy: Policy): { propensity: number; cap: number } {
  const propensity = click.propensity ?? (click.position === undefined ? 1 : assumedPropensity(click.position, policy));
  return { propensity, cap: Math.min(1, policy.position.maxWeight * propensity) };
}
