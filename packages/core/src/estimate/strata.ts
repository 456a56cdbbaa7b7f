import { byText, runs } from './order.js';
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
 * shown are left out, and so are those beyond one an impression: they tell nothing of a chance. One at a time: of a large
 * catalogue most strata tell nothing, and need not be held.
 */
export function* stratify(cells: readonly ListSum[]): Generator<Stratum> {
  const seen = cells.filter(({ impressions }) => impressions > 0).sort(compare);
  for (const run of runs(seen, isSameStratum)) {
    const [{ item, bucket }] = run;
    const places = run.map(({ position, impressions, clicks }) => ({
      position,
      impressions,
      clicks: Math.min(clicks, impressions),
    }));
    const clicks = places.reduce((sum, place) => sum + place.clicks, 0);
    yield { item, bucket, places, clicks };
  }
}

/** Strata that can tell positions apart: clicked, and seen at two or more. */
export function telling(strata: Iterable<Stratum>): Stratum[] {
  const all: Stratum[] = [];
  for (const stratum of strata) if (stratum.places.length >= 2 && stratum.clicks > 0) all.push(stratum);
  return all;
}

const isSameStratum = (a: ListSum, b: ListSum): boolean => a.bucket === b.bucket && a.item === b.item;

/** Buckets as text, 10 before 2. */
const compare = (a: ListSum, b: ListSum): number =>
  (a.bucket === b.bucket ? 0 : byText(`${a.bucket} `, `${b.bucket} `)) ||
  byText(a.item, b.item) ||
  a.position - b.position;
