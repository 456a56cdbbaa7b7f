import { featureShares, type FeatureShare, type Item } from '../item.js';
import type { Policy, ScoredKind } from '../policy/policy.js';
import { isGlance } from '../score/dwell.js';
import { score, worth, type Score } from '../score/score.js';
import type { Signal, Undo } from '../signal.js';

/** What one signal adds to a profile. */
export interface Stroke extends Score {
  readonly kind: ScoredKind;
  readonly item: string;
  /** When it began to fade: milliseconds since 1970-01-01. */
  readonly at: number;
  /** It concerns the item's features alone, not the item itself. */
  readonly glance: boolean;
  /** What of it concerns each feature of the item. */
  readonly shares: readonly FeatureShare[];
  /** How deep it goes into its act; with the time, this says which of an act's signals counts. */
  readonly depth: number;
}

export function strokeOf(signal: Exclude<Signal, Undo>, item: Item, policy: Policy): Stroke {
  const spread = (item.season ? policy.purchase.seasonal : 1) * promised(signal, policy);
  const shares = featureShares(item);
  const { liking, confidence, propensity, cap } = score(signal, policy); // a spread here costs five times the rest
  return {
    kind: signal.kind,
    item: signal.item,
    at: fadesFrom(signal, policy),
    liking,
    confidence,
    propensity,
    cap,
    glance: isGlance(signal),
    shares: spread === 1 ? shares : shares.map(([name, share]) => [name, share * spread]),
    // Nothing of what says nothing, such as a player that failed; a dwell that says no more than the click goes no deeper.
    depth: signal.kind === 'click' ? confidence * 1.001 : confidence,
  };
}

/**
 * A bounce-back says that the item did not keep what it promised; but the promise was worth a click. So it speaks against
 * the item, and for what the item is about as the click does. What of its worth the features get:
 */
function promised(signal: Signal, { kinds, dwell }: Policy): number {
  if (signal.kind !== 'dwell' || !signal.bounced) return 1;
  const disappointed = worth({ ...kinds.dwell, liking: kinds.dwell.liking * dwell.bounced });
  return disappointed < 0 ? worth(kinds.click) / disappointed : 1;
}

/** When a signal began to fade. */
export const fadesFrom = (signal: Exclude<Signal, Undo>, policy: Policy): number =>
  signal.kind === 'return' && policy.purchase.returnFrom === 'purchase' ? (signal.purchased ?? signal.at) : signal.at;

/** The act that a signal is a part of: one item, opened once. */
export function actOf(signal: Signal): string | undefined {
  switch (signal.kind) {
    case 'click':
    case 'dwell':
    case 'watch':
      return `${signal.opened ?? signal.at} ${signal.item}`;
    default:
      return undefined;
  }
}

/** Whether a signal counts rather than another of the same act: the deeper, or the later of two that are as deep. */
export const isDeeper = (a: Stroke, b: Stroke | undefined): boolean =>
  !b ? true : a.depth !== b.depth ? a.depth > b.depth : a.at !== b.at ? a.at > b.at : a.liking > b.liking;
