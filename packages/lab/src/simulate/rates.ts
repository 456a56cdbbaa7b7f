import type { ListSum } from '@penchant/core/estimate';

/** By item, in their order: clicks, each weighed by the inverse of a propensity, and impressions. */
export interface Totals {
  readonly clicks: readonly number[];
  readonly impressions: readonly number[];
}

/** Clicks of `items` items, each weighed by 1 over the propensity of its position: what the article sums up. */
export function weighedClicks(
  sums: readonly ListSum[],
  items: number,
  propensityAt: (position: number) => number,
): Totals {
  const [clicks, impressions] = [new Array<number>(items).fill(0), new Array<number>(items).fill(0)];
  for (const { item, position, clicks: own, impressions: seen } of sums) {
    const at = Number(item);
    clicks[at] = (clicks[at] ?? 0) + own / propensityAt(position);
    impressions[at] = (impressions[at] ?? 0) + seen;
  }
  return { clicks, impressions };
}

export const rates = ({ clicks, impressions }: Totals): number[] =>
  clicks.map((count, item) => count / (impressions[item] || 1));
