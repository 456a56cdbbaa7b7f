import type { Policy } from '../policy/policy.js';
import type { Click, Dwell, Watch } from '../signal.js';

/**
 * The chance that a position is examined, relative to position 1: as the policy's table says, else 1/k^eta.
 * Used until a model has estimated the list's own curve.
 */
export function assumedPropensity(position: number, { position: { theta, eta } }: Policy): number {
  return theta[Math.min(position, theta.length) - 1] ?? Math.max(1, position) ** -eta;
}

/**
 * An act's propensity, and how much of its inverse the cap leaves: inverse propensity weights are clipped, or one deep
 * click would speak for everything (Joachims et al. 2017; Swaminathan & Joachims 2015).
 */
export function debias(act: Click | Dwell | Watch, policy: Policy): { propensity: number; cap: number } {
  const position = act.kind === 'click' ? act.position : undefined;
  const propensity = act.propensity ?? (position === undefined ? 1 : assumedPropensity(position, policy));
  return { propensity, cap: Math.min(1, policy.position.maxWeight * propensity) };
}
