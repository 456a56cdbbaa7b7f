import { isId, type Refusal } from './signal.js';

/** What an item is about: tags (`['topic:sport']`), tags with weights from 0 (`{ 'topic:sport': 0.7 }`), or a dense vector of up to `MAX_FEATURES` numbers. */
export type Features = readonly string[] | readonly number[] | Readonly<Record<string, number>>;

/** When something is wanted, both included: milliseconds since 1970-01-01. */
export interface Season {
  readonly from: number;
  readonly to: number;
}

/** What is ranked. */
export interface Item {
  readonly id: string;
  readonly features?: Features;
  readonly creator?: string;
  readonly season?: Season;
}

/** Most features of one item that are looked at, apart from its creator; the rest are ignored. */
export const MAX_FEATURES = 64;

/** One feature and its share of the item: the shares are a vector of length 1. */
export type FeatureShare = readonly [name: string, share: number];

interface Known {
  readonly features: Features | undefined;
  readonly creator: string | undefined;
  readonly shares: readonly FeatureShare[];
}
const vectors = new WeakMap<Item, Known>();

/**
 * An item's features as a unit vector, its creator among them as `creator:…`, a dense vector's as `#0`, `#1`, …. Two
 * items' shares multiplied and added give their cosine similarity. Names that are too long and weights that are not
 * numbers (or, of tags, not positive) are left out.
 */
export function featureShares(item: Item): readonly FeatureShare[] {
  const { features, creator } = item;
  const before = vectors.get(item);
  if (before && before.features === features && before.creator === creator) return before.shares;
  const shares: [name: string, share: number][] = [];
  let squares = 0;
  const add = (name: unknown, weight: number): void => {
    const square = weight * weight; // 0 of what is too small to square: its share would be endless
    if (!isId(name) || !(square > 0 && square < Infinity) || shares.some(([known]) => known === name)) return;
    shares.push([name, weight]);
    squares += square;
  };
  const tags = Array.isArray(features)
    ? Array.from(features as readonly (string | number)[], (each, i) =>
        typeof each === 'number' ? ([`#${i}`, each] as const) : ([each, 1] as const),
      )
    : Object.entries(features ?? {}).map(([name, weight]) => [name, Math.max(0, Number(weight))] as const);
  for (const [name, weight] of tags.slice(0, MAX_FEATURES)) add(name, weight);
  if (creator) add(`creator:${creator}`, 1);
  const length = Math.sqrt(squares);
  for (const share of shares) share[1] /= length;
  vectors.set(item, { features, creator, shares });
  return shares;
}

/** Cosine similarity of two vectors of feature shares, −1 to 1; the second one indexed, as `new Map(shares)`. */
export function cosine(a: readonly FeatureShare[], b: ReadonlyMap<string, number>): number {
  let sum = 0;
  for (const [name, share] of a) sum += share * (b.get(name) ?? 0);
  return sum;
}

/** Whether an item is wanted at a time; one without a season always is. */
export const isInSeason = ({ season }: Item, nowMs: number): boolean =>
  !season || (season.from <= nowMs && nowMs <= season.to);

/**
 * What is wrong with a would-be item, or `undefined` when nothing is. Features that cannot be used are left out of an
 * item, not a reason to refuse it; what is neither a list nor a table of them is. Never throws.
 */
export function refuseItem(item: unknown): Refusal | undefined {
  if (typeof item !== 'object' || item === null) return { path: '', reason: 'type' };
  const { id, features, creator, season } = item as Readonly<Record<string, unknown>>;
  if (!isId(id)) return { path: 'id', reason: 'length' };
  if (features !== undefined && (typeof features !== 'object' || features === null))
    return { path: 'features', reason: 'type' };
  if (creator !== undefined && !isId(creator)) return { path: 'creator', reason: 'length' };
  if (season === undefined) return undefined;
  const { from, to } = Object(season) as Partial<Season>;
  const isWindow = Number.isFinite(from) && Number.isFinite(to) && Number(from) <= Number(to);
  return isWindow ? undefined : { path: 'season', reason: 'range' };
}
