import { featureShares, type FeatureShare, type Item } from '../item.js';
import type { Policy, ScoredKind } from '../policy/policy.js';
import { isGlance } from '../score/dwell.js';
import { scoreInto, worth, type Score } from '../score/score.js';
import { isAct, type Scored, type Signal } from '../signal.js';

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

export function strokeOf(signal: Scored, item: Item, policy: Policy): Stroke {
  const spread = (item.season ? policy.purchase.seasonal : 1) * promised(signal, policy);
  const shares = featureShares(item);
  const stroke = {
    kind: signal.kind,
    item: signal.item,
    at: fadesFrom(signal, policy),
    liking: 0,
    confidence: 0,
    propensity: 1,
    cap: 1,
    glance: isGlance(signal),
    shares: spread === 1 ? shares : shares.map(([name, share]): FeatureShare => [name, share * spread]),
    depth: 0,
  };
  // Nothing of what says nothing, such as a player that failed; a dwell that says no more than its click goes no deeper.
  stroke.depth = scoreInto(stroke, signal, policy).confidence * (signal.kind === 'click' ? 1.001 : 1);
  return stroke;
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
export const fadesFrom = (signal: Scored, policy: Policy): number =>
  signal.kind === 'return' && policy.purchase.returnFrom === 'purchase' ? (signal.purchased ?? signal.at) : signal.at;

/** The act that a signal is a part of: one item, opened once. */
export const actOf = (signal: Signal): string | undefined =>
  isAct(signal) ? `${signal.opened ?? signal.at} ${signal.item}` : undefined;

/** Whether a signal counts rather than another of the same act: the deeper, or the later of two that are as deep. */
export const isDeeper = (a: Stroke, b: Stroke | undefined): boolean =>
  !b ? true : a.depth !== b.depth ? a.depth > b.depth : a.at !== b.at ? a.at > b.at : a.liking > b.liking;
