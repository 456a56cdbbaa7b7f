import { MAX_ID_CHARS } from './limits.js';

/** What an item is about: tags (`['topic:sport']`), or tags with weights from 0 (`{ 'topic:sport': 0.7 }`). */
export type Features = readonly string[] | Readonly<Record<string, number>>;

/** What is ranked. */
export interface Item {
  readonly id: string;
  readonly features?: Features;
  readonly creator?: string;
}

/** Most features of one item that are looked at; the rest are ignored. */
export const MAX_FEATURES = 64;

/** One feature and its share of the item: the shares are a vector of length 1. */
export type FeatureShare = readonly [name: string, share: number];

const vectors = new WeakMap<Item, Item & { readonly shares: readonly FeatureShare[] }>();

/**
 * An item's features as a unit vector, its creator among them as `creator:…`. Two items' shares multiplied and added
 * give their cosine similarity. Names that are too long and weights that are not positive numbers are left out.
 */
export function featureShares(item: Item): readonly FeatureShare[] {
  const known = vectors.get(item);
  if (known && known.features === item.features && known.creator === item.creator) return known.shares;
  const weights = new Map<string, number>();
  const add = (name: string, weight: number): void => {
    const fits = typeof name === 'string' && name !== '' && name.length <= MAX_ID_CHARS && weights.size < MAX_FEATURES;
    if (fits && weight > 0 && weight < Infinity) weights.set(name, weight);
  };
  const { features = [], creator } = item;
  if (Array.isArray(features)) for (const name of features as readonly string[]) add(name, 1);
  else for (const [name, weight] of Object.entries(features)) add(name, weight);
  if (creator) add(`creator:${creator}`, 1);
  const length = Math.hypot(...weights.values());
  const shares = [...weights].map(([name, weight]): FeatureShare => [name, weight / length]);
  vectors.set(item, { ...item, shares });
  return shares;
}

/** Cosine similarity of two items' features, 0 to 1. */
export function similarity(a: Item, b: Item): number {
  const shares = new Map(featureShares(b));
  let sum = 0;
  for (const [name, share] of featureShares(a)) sum += share * (shares.get(name) ?? 0);
  return sum;
}
