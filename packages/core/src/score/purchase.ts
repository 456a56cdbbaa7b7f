import type { Policy } from '../policy/policy.js';
import type { Purchase } from '../signal.js';

/** How much of a purchase counts: nothing of a gift, little of one that nothing led up to and nothing followed. */
export function purchaseShare({ kind, gift, browsed }: Purchase, { purchase }: Policy): number {
  if (gift) return 0;
  return kind === 'purchase' && browsed === false ? purchase.unexplored : 1;
}
