import { cellAt, float64At } from '../cells.js';
import type { CurveEntry, ModelDocument } from '../schema/model.js';
import { byList, columnsOf, rowsOf } from './columns.js';
import { neighbours } from './neighbours.js';
import { curveOf } from './position.js';
import { qualityOf } from './quality.js';
import { dwellTables, watchTables } from './quantile.js';
import { contributionsBy } from './released.js';
import { rounded } from './rounded.js';
import type { Sums } from './sums.js';

/**
 * A site's model from its sums. What fewer than `minContributions` contributions speak of is left out. The same sums
 * give the same bytes, in whatever order they were added.
 */
export function estimate(site: string, sums: Sums, minContributions: number): ModelDocument {
  const columns = columnsOf(sums.lists);
  const lists: CurveEntry[] = [];
  const all = rowsOf(columns.length);
  const told = contributionsBy(columns.ofList, columns, all);
  for (const [list, rows] of byList(columns, all))
    if (cellAt(told, cellAt(columns.ofList, cellAt(rows, 0))) >= minContributions)
      lists.push(curveOf(list, columns, rows, minContributions));
  const curves = new Map(lists.map((curve) => [curve.list, curve.theta]));
  const theta = (list: string, position: number): number => {
    const curve = curves.get(list);
    return curve?.[Math.min(position, curve.length) - 1] ?? 1 / position;
  };
  const ofItems = contributionsBy(columns.ofItem, columns, all);
  const items = qualityOf(columns, theta, (item) => float64At(ofItems, item) >= minContributions);
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
