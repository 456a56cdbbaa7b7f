import { isId, type Refusal } from './signal.js';

/** What an item is about: tags (`['topic:sport']`), tags with weights from 0 (`{ 'topic:sport': 0.7 }`), or a dense vector of up to `MAX_FEATURES` numbers. */
export type Features = readonly string[] | readonly number[] | Table;
type Table = Readonly<Record<string, number>>;

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

/**
 * Tells the features of an item that can be used, each once, with its weight and how many were told before: those of a
 * dense vector as `#0`, `#1`, …, the creator as `creator:…`. Names that are too long and weights that are not numbers
 * (or, of tags, not positive) are left out. Returns the length of the vector that the weights are.
 */
export function eachFeature<T>(
  { features, creator }: Pick<Item, 'features' | 'creator'>,
  into: T,
  tell: (into: T, name: string, weight: number, nth: number) => unknown, // with what it adds to: a closure an item costs more
): number {
  const list: readonly unknown[] | undefined = Array.isArray(features) ? features : undefined;
  const entries = list ?? Object.keys(features ?? {});
  const most = Math.min(entries.length, MAX_FEATURES);
  let by = creator ? `creator:${creator}` : '';
  let squares = 0;
  let told = 0;
  for (let i = 0; i <= most; i++) {
    let name = i < most ? entries.at(i) : by; // see `addDense`
    let weight = 1;
    if (typeof name === 'number') {
      weight = name;
      name = `#${i}`;
    } else if (!list && i < most) weight = Math.max(0, Number((features as Table)[name as string]));
    else if (list && i < most && list.indexOf(name) < i) continue;
    const square = weight * weight; // 0 of what is too small to square: its share would be endless
    if (!isId(name) || !(square > 0 && square < Infinity)) continue;
    if (name === by) by = '';
    squares += square;
    tell(into, name, weight, told++);
  }
  return Math.sqrt(squares);
}

/** An item's features as a unit vector: two items' shares multiplied and added give their cosine similarity. */
export function featureShares(item: Item): readonly FeatureShare[] {
  const { features, creator } = item;
  const many = Array.isArray(features) ? Math.min(features.length, MAX_FEATURES) : 0;
  const shares = new Array<Share>(many + (creator ? 1 : 0)); // a list that grows takes twice the memory
  const length = eachFeature(item, shares, setShare);
  let told = 0;
  for (let share; (share = shares[told]); told++) share[1] /= length;
  shares.length = told;
  return shares;
}
type Share = [name: string, share: number];
const setShare = (shares: Share[], name: string, weight: number, nth: number): Share => (shares[nth] = [name, weight]);

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
 * What is known of an item, and nothing else of the object that a page calls one, which may be the framework's, or hold
 * functions and elements: this can be stored anywhere.
 * @throws whatever the page's own object throws when it is read.
 */
export function copyItem(id: string, item: Partial<Item>): Item {
  const { features, creator, season }: Readonly<Record<string, unknown>> = item;
  const list: readonly unknown[] | undefined = Array.isArray(features) ? features : undefined;
  const table: readonly (readonly [string, unknown])[] = Object.entries((!list && features) || {});
  const { from, to } = Object(season) as Readonly<Record<string, unknown>>;
  return {
    id,
    ...(list && { features: Array.from(list.slice(0, MAX_FEATURES), usable) as string[] }), // or numbers: a list of either
    ...(table.length > 0 && { features: Object.fromEntries(table.slice(0, MAX_FEATURES).map(weighted)) }),
    ...(isId(creator) && { creator }),
    ...(Object(season) === season && { season: { from: Number(from), to: Number(to) } }),
  };
}

const weighted = ([name, weight]: readonly [string, unknown]): [string, number] => [name, Number(weight)];

/** An entry of a list, or one that is no name: the others keep their places. */
const usable = (entry: unknown): unknown => (typeof entry === 'string' || typeof entry === 'number' ? entry : '');

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
