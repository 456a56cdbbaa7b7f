import type { ModelDocument } from '../schema/model.js';
import { groupBy } from './group-by.js';
import { neighbours } from './neighbours.js';
import { byText, runs } from './order.js';
import { positionCurve } from './position.js';
import { itemQuality } from './quality.js';
import { dwellTables, watchTables } from './quantile.js';
import { contributionsTo } from './released.js';
import { rounded } from './rounded.js';
import type { ListSum, Sums } from './sums.js';

/**
 * A site's model from its sums. What fewer than `minContributions` contributions speak of is left out. The same sums
 * give the same bytes, in whatever order they were added.
 */
export function estimate(site: string, sums: Sums, minContributions: number): ModelDocument {
  const lists = [...groupBy(sums.lists, ({ list }) => list)]
    .filter(([, cells]) => contributionsTo(cells) >= minContributions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, cells]) => positionCurve(list, cells, minContributions));
  const curves = new Map(lists.map((curve) => [curve.list, curve.theta]));
  const theta = (list: string, position: number): number => {
    const curve = curves.get(list);
    return curve?.[Math.min(position, curve.length) - 1] ?? 1 / position;
  };
  const released = new Set<string>();
  for (const cells of runs([...sums.lists].sort(byItem), isSameItem))
    if (contributionsTo(cells) >= minContributions) released.add(cells[0].item);
  const items = itemQuality(sums.lists, theta).filter(({ item }) => released.has(item));
  const together = sums.pairs.filter(({ contributions }) => contributions >= minContributions);
  const near = neighbours(together).map((entry) => ({ ...entry, near: entry.near.map(quantised) }));
  const watch = watchTables(sums.watches, minContributions);
  const dwell = dwellTables(sums.dwells, minContributions);
  return {
    version: 1,
    site,
    lists,
    items,
    ...(near.length > 0 && { neighbours: near }),
    ...(watch.length > 0 && { watch }),
    ...(dwell.length > 0 && { dwell }),
  };
}

const quantised = ([item, nearness]: readonly [string, number]): [string, number] => [item, rounded(nearness)];
const byItem = (a: ListSum, b: ListSum): number => byText(a.item, b.item);
const isSameItem = (a: ListSum, b: ListSum): boolean => a.item === b.item;
