import { featureShares, type FeatureShare, type Item } from '../item.js';
import type { Policy, ScoredKind } from '../policy/policy.js';
import { isGlance } from '../score/dwell.js';
import { scoreInto, type Score } from '../score/score.js';
import { isAct, type Signal, type Undo } from '../signal.js';

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
  const spread = item.season ? policy.purchase.seasonal : 1;
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
  stroke.depth = scoreInto(stroke, signal, policy).confidence; // nothing of what says nothing, such as a player that failed
  return stroke;
}

/** When a signal began to fade. */
export const fadesFrom = (signal: Exclude<Signal, Undo>, policy: Policy): number =>
  signal.kind === 'return' && policy.purchase.returnFrom === 'purchase' ? (signal.purchased ?? signal.at) : signal.at;

/** The act that a signal is a part of: one item, opened once. */
export const actOf = (signal: Signal): string | undefined =>
  isAct(signal) ? `${signal.opened ?? signal.at} ${signal.item}` : undefined;

/** Whether a signal counts rather than another of the same act: the deeper, or the later of two that are as deep. */
export const isDeeper = (a: Stroke, b: Stroke | undefined): boolean =>
  !b ? true : a.depth !== b.depth ? a.depth > b.depth : a.at !== b.at ? a.at > b.at : a.liking > b.liking;
