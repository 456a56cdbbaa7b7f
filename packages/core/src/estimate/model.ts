import type { ModelDocument } from '../schema/model.js';
import { positionCurve } from './position.js';
import { itemQuality } from './quality.js';
import type { ListSum, Sums } from './sums.js';

/**
 * A site's model from its sums. What fewer than `minContributions` contributions speak of is left out. The same sums
 * give the same bytes, in whatever order they were added.
 */
export function estimate(site: string, sums: Sums, minContributions: number): ModelDocument {
  const byList = new Map<string, ListSum[]>();
  for (const cell of sums.lists) {
    const cells = byList.get(cell.list);
    if (cells) cells.push(cell);
    else byList.set(cell.list, [cell]);
  }
  const lists = [...byList]
    .filter(([, cells]) => spokenOf(cells) >= minContributions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([list, cells]) => positionCurve(list, cells));
  const curves = new Map(lists.map((curve) => [curve.list, curve.theta]));
  const theta = (list: string, position: number): number => curves.get(list)?.[position - 1] ?? 1 / position;
  const heard = new Map<string, number>();
  for (const { item, contributions } of sums.lists) heard.set(item, (heard.get(item) ?? 0) + contributions);
  const items = itemQuality(sums.lists, theta).filter(({ item }) => (heard.get(item) ?? 0) >= minContributions);
  return { version: 1, site, lists, items };
}

const spokenOf = (cells: readonly ListSum[]): number =>
  cells.reduce((most, cell) => Math.max(most, cell.contributions), 0);
