import type { Policy } from '../policy/policy.js';
import { isAct, type Signal } from '../signal.js';

/**
 * The chance that a position is examined, relative to position 1: as the policy's table says, else 1/k^eta.
 * Used until a model has estimated the list's own curve.
 */
export function assumedPropensity(position: number, { position: { theta, eta } }: Policy): number {
  return theta[Math.min(position, theta.length) - 1] ?? Math.max(1, position) ** -eta;
}

/** The chance that the place of an act was examined; 1 of what does not depend on a place. */
export function propensityOf(signal: Signal, policy: Policy): number {
  if (!isAct(signal)) return 1;
  const position = signal.kind === 'click' ? signal.position : undefined;
  return signal.propensity ?? (position === undefined ? 1 : assumedPropensity(position, policy));
}
