import type { ListSum } from './sums.js';

/** What happened at one position; positions count from 1. */
export interface Place {
  readonly position: number;
  readonly impressions: number;
  readonly clicks: number;
}

/** One item in one score bucket: what makes two positions comparable. */
export interface Stratum {
  readonly item: string;
  readonly bucket: number;
  /** Where it was shown, from the top. */
  readonly places: readonly Place[];
  readonly clicks: number;
}

/**
 * A list's cells by stratum, in an order of their own: sums of fractions depend on their order. Clicks on what was never
 * shown are left out, and so are those beyond one an impression: they tell nothing of a chance.
 */
export function stratify(cells: readonly ListSum[]): Stratum[] {
  const strata = new Map<string, { item: string; bucket: number; places: Place[]; clicks: number }>();
  const inOrder = [...cells].sort((a, b) => a.position - b.position);
  for (const { item, bucket, position, impressions, clicks: told } of inOrder) {
    if (impressions === 0) continue;
    const key = `${bucket} ${item}`;
    let stratum = strata.get(key);
    if (!stratum) strata.set(key, (stratum = { item, bucket, places: [], clicks: 0 }));
    const clicks = Math.min(told, impressions);
    stratum.places.push({ position, impressions, clicks });
    stratum.clicks += clicks;
  }
  return [...strata].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, stratum]) => stratum);
}

/** Strata that can tell positions apart: clicked, and seen at two or more. */
export const telling = (strata: readonly Stratum[]): Stratum[] =>
  strata.filter(({ places, clicks }) => places.length >= 2 && clicks > 0);
