import type { ListSum } from '@penchant/core/estimate';

/** The click-through rate at each position, relative to position 1: what is often taken for position bias. */
export function clickCurve(cells: readonly ListSum[], depth: number): number[] {
  const [seen, clicked] = [new Float64Array(depth), new Float64Array(depth)];
  for (const { position, impressions, clicks } of cells) {
    seen[position - 1] = (seen[position - 1] ?? 0) + impressions;
    clicked[position - 1] = (clicked[position - 1] ?? 0) + clicks;
  }
  const rates = Array.from(clicked, (clicks, k) => clicks / (seen[k] || 1));
  return rates.map((rate) => rate / (rates[0] || 1));
}
