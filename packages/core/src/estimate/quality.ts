import type { QualityEntry } from '../schema/model.js';
import type { ListSum } from './sums.js';

/** Clicks of one item, and the clicks its exposure would give an item of quality 1. */
interface Exposed {
  readonly item: string;
  impressions: number;
  clicks: number;
  expected: number;
}

/**
 * Item quality: clicks over expected clicks, shrunk to the average by an empirical-Bayes gamma prior whose moments are
 * weighted by exposure (Marshall 1991). 1 is the average item.
 */
export function itemQuality(
  cells: readonly ListSum[],
  theta: (list: string, position: number) => number,
): QualityEntry[] {
  const items = expose(cells, theta);
  const expected = items.reduce((sum, item) => sum + item.expected, 0);
  const clicks = items.reduce((sum, item) => sum + item.clicks, 0);
  if (clicks === 0) return [];
  const mean = clicks / expected;
  const spread =
    items.reduce((sum, item) => sum + item.expected * (item.clicks / item.expected - mean) ** 2, 0) / expected;
  const between = spread - (mean * items.length) / expected; // what chance alone does not explain
  const strength = between > 0 ? mean / between : Infinity; // b of the gamma prior, in expected clicks; a = b × mean
  return items.map(({ item, impressions, clicks: own, expected: exposure }) => ({
    item,
    quality: strength === Infinity ? 1 : (own + strength * mean) / ((exposure + strength) * mean),
    impressions,
    clicks: own,
  }));
}

function expose(cells: readonly ListSum[], theta: (list: string, position: number) => number): Exposed[] {
  const items = new Map<string, Exposed>();
  const sorted = [...cells].sort((a, b) => (order(a) < order(b) ? -1 : 1)); // sums of fractions depend on their order
  for (const { item, list, position, impressions, clicks } of sorted) {
    let exposed = items.get(item);
    if (!exposed) items.set(item, (exposed = { item, impressions: 0, clicks: 0, expected: 0 }));
    exposed.impressions += impressions;
    exposed.clicks += clicks;
    exposed.expected += impressions * theta(list, position);
  }
  return [...items.values()].filter(({ expected }) => expected > 0);
}

const order = ({ item, list, position, bucket }: ListSum): string => JSON.stringify([item, list, position, bucket]);
