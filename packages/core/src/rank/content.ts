import { cellAt } from '../cells.js';
import { featureShares, MAX_FEATURES, type Item } from '../item.js';
import type { Policy } from '../policy/policy.js';
import type { Sum } from '../profile/sum.js';
import { addEvidence, noEvidence, type Evidence } from './evidence.js';

/** Reads a sum as evidence, as it has faded by now. */
export type ReadSum = (sum: Sum | undefined, share: number, into: Evidence) => void;

type Dense = Item & { readonly features: readonly number[] };
const isDense = (item: Item): item is Dense => Array.isArray(item.features) && typeof item.features[0] === 'number';

/** Tells what is known of the features of items: the profile's sums times the item's shares. */
export function contentOf(
  features: ReadonlyMap<string, Sum>,
  read: ReadSum,
  { content }: Policy,
): (item: Item, into: Evidence) => void {
  let dimensions: Evidence[] | undefined;
  /** A dense vector has many features, the same ones in every item: they are read once, not once an item. */
  const addDense = ({ features: vector, creator }: Dense, into: Evidence): void => {
    dimensions ??= Array.from({ length: MAX_FEATURES }, (_, i) => {
      const evidence = noEvidence();
      read(features.get(`#${i}`), content, evidence);
      return evidence;
    });
    let [squares, liking, confidence] = creator ? [1, 0, 0] : [0, 0, 0];
    for (let i = 0; i < Math.min(vector.length, MAX_FEATURES); i++) {
      const weight = cellAt(vector, i);
      const dimension = dimensions[i];
      if (!dimension || !Number.isFinite(weight)) continue;
      squares += weight * weight;
      liking += weight * dimension.liking;
      confidence += Math.abs(weight) * dimension.confidence;
    }
    const length = Math.sqrt(squares);
    if (length === 0) return;
    addEvidence(into, { liking: liking / length, confidence: confidence / length });
    if (creator) read(features.get(`creator:${creator}`), content / length, into);
  };
  return (item, into) => {
    if (isDense(item)) addDense(item, into);
    else for (const [name, share] of featureShares(item)) read(features.get(name), content * share, into);
  };
}
