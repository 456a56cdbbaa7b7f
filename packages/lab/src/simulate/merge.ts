import type { ListSum } from '@penchant/core/estimate';

/** Sums of the same cells added up; `keyOf` says which are the same. */
function added(sums: readonly ListSum[], keyOf: (sum: ListSum) => string): ListSum[] {
  const cells = new Map<string, { -readonly [K in keyof ListSum]: ListSum[K] }>();
  for (const sum of sums) {
    const key = keyOf(sum);
    const cell = cells.get(key);
    if (cell) {
      cell.impressions += sum.impressions;
      cell.clicks += sum.clicks;
      cell.contributions += sum.contributions;
    } else cells.set(key, { ...sum });
  }
  return [...cells.values()];
}

/** The sums of several epochs together. */
export const addUp = (epochs: readonly (readonly ListSum[])[]): ListSum[] =>
  added(epochs.flat(), ({ item, position, bucket }) => `${position} ${bucket} ${item}`);

/** Cells with all their buckets taken for one. */
export const withoutBuckets = (sums: readonly ListSum[]): ListSum[] =>
  added(
    sums.map((sum) => ({ ...sum, bucket: 0 })),
    ({ item, position }) => `${position} ${item}`,
  );
