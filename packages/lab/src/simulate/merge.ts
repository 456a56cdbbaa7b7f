import type { ListSum } from '@penchant/core/estimate';

const VALUES = ['impressions', 'clicks', 'clicked', 'below', 'continued', 'contributions'] as const;

/** Sums of different cells, by what tells cells apart. */
export type Cells = Map<string, { -readonly [K in keyof ListSum]: ListSum[K] }>;

/** Adds sums to those of the same cells. */
export function addTo(cells: Cells, sums: readonly ListSum[]): void {
  for (const sum of sums) {
    const key = `${sum.position} ${sum.bucket} ${sum.item}`;
    const cell = cells.get(key);
    if (cell) for (const name of VALUES) cell[name] = (cell[name] ?? 0) + (sum[name] ?? 0);
    else cells.set(key, { ...sum });
  }
}

/** Cells with all their buckets taken for one. */
export function withoutBuckets(sums: readonly ListSum[]): ListSum[] {
  const cells: Cells = new Map();
  addTo(
    cells,
    sums.map((sum) => ({ ...sum, bucket: 0 })),
  );
  return [...cells.values()];
}
