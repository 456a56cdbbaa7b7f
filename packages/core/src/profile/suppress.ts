import type { Policy } from '../policy/policy.js';
import type { Signal } from '../signal.js';
import { DAY_MS } from '../time.js';

/** Something that is not to be shown for a while. */
export interface Suppression {
  /** The kind of signal that asked for it. */
  readonly by: 'dislike';
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
  readonly until: number;
}

/** The suppression that a signal asks for, if any, of the item it is about. */
export function suppressionOf(signal: Signal, policy: Policy): Suppression | undefined {
  if (signal.kind !== 'dislike') return undefined;
  return { by: 'dislike', at: signal.at, until: signal.at + policy.suppress.dislikeDays * DAY_MS };
}

/** Of two suppressions of one thing, the one that lasts. */
export const longer = (a: Suppression | undefined, b: Suppression): Suppression => (a && a.until >= b.until ? a : b);
