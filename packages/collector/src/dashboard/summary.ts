import { coverageFrom, durationFrom, placeBelow, timeFrom, type Sums } from '@penchant/core/estimate';
import type { CurveEntry, ModelDocument } from '@penchant/core/schema';
import type { DwellOverview, ItemOverview, ListOverview, PlayOverview, Position, Totals } from './overview-document.js';
import { STAYED_BIN } from './stayed.js';

/** A site's sums and its served model, put together for people. */
export interface Summary {
  readonly totals: Totals;
  /** Those seen most first. */
  readonly lists: readonly ListOverview[];
  readonly plays: readonly PlayOverview[];
  readonly dwells: readonly DwellOverview[];
  /** Best first; those without a quality last. */
  readonly items: readonly ItemOverview[];
  /** How many of them are served. */
  readonly served: { readonly lists: number; readonly items: number };
}

/** How many clicks an average item would have had before half of what is said of it can be believed. */
const DOUBT_CLICKS = 10;

/** Neighbours of an item that are shown. */
const MOST_NEAR = 3;

export function summarise(sums: Sums, model: ModelDocument): Summary {
  const items = itemsOf(sums, model);
  const totals = {
    items: items.length,
    impressions: 0,
    clicks: 0,
    likes: 0,
    dislikes: 0,
    plays: sums.watches.reduce((sum, { plays }) => sum + plays, 0),
    dwells: sums.dwells.reduce((sum, { dwells }) => sum + dwells, 0),
    stayed: sums.dwells.reduce(
      (sum, { place, time, dwells }) => sum + (place === 'page' && time >= STAYED_BIN ? dwells : 0),
      0,
    ),
    purchases: 0,
    returns: 0,
    lost: sums.losses.reduce((sum, { signals }) => sum + signals, 0),
  };
  for (const { impressions, clicks, likes, dislikes, purchases, returns } of items) {
    totals.impressions += impressions;
    totals.clicks += clicks;
    totals.likes += likes;
    totals.dislikes += dislikes;
    totals.purchases += purchases;
    totals.returns += returns;
  }
  const clickRate = totals.impressions > 0 ? totals.clicks / totals.impressions : 0;
  for (const item of items) {
    const expected = item.impressions * clickRate; // clicks alone would never let a bad item be sure
    item.confidence = expected / (expected + DOUBT_CLICKS);
  }
  const served = { lists: model.lists.length, items: model.items.length };
  const lists = listsOf(sums, model);
  return { totals, lists, plays: playsOf(model), dwells: dwellsOf(model), items: items.sort(bestFirst), served };
}

function itemsOf({ lists, reactions, purchases: bought }: Sums, model: ModelDocument): ItemOverview[] {
  const items = new Map<string, ItemOverview>();
  const at = (item: string): ItemOverview => {
    let told = items.get(item);
    if (!told) {
      told = { item, confidence: 0, impressions: 0, clicks: 0, likes: 0, dislikes: 0, purchases: 0, returns: 0 };
      items.set(item, told);
    }
    return told;
  };
  for (const { item, impressions, clicks } of lists) {
    const told = at(item);
    told.impressions += impressions;
    told.clicks += clicks;
  }
  for (const { item, likes, dislikes } of reactions) {
    const told = at(item);
    told.likes += likes;
    told.dislikes += dislikes;
  }
  for (const { item, purchases, returns } of bought) {
    const told = at(item);
    told.purchases += purchases;
    told.returns += returns;
  }
  for (const { item, quality } of model.items) at(item).quality = quality;
  for (const { item, near } of model.neighbours ?? [])
    if (near.length > 0) at(item).near = near.slice(0, MOST_NEAR).map(([other]) => other);
  return [...items.values()];
}

function listsOf({ lists }: Sums, model: ModelDocument): ListOverview[] {
  const served = new Map(model.lists.map((curve) => [curve.list, curve]));
  const counted = new Map<string, Position[]>([...served.keys()].map((list) => [list, []]));
  for (const { list, position, impressions, clicks } of lists) {
    const positions = counted.get(list) ?? [];
    while (positions.length < position) positions.push({ impressions: 0, clicks: 0 });
    const told = positions[position - 1];
    if (!told) continue; // positions start at 1
    told.impressions += impressions;
    told.clicks += clicks;
    counted.set(list, positions);
  }
  return [...counted]
    .map(([list, positions]): ListOverview => {
      const curve = served.get(list);
      return {
        list,
        impressions: positions.reduce((sum, { impressions }) => sum + impressions, 0),
        clicks: positions.reduce((sum, { clicks }) => sum + clicks, 0),
        curve: !curve ? 'unpublished' : curve.estimated ? 'estimated' : 'fallback',
        ...(curve?.fallback && { fallback: curve.fallback }),
        ...(curve?.fits !== undefined && { fits: curve.fits }),
        ...(curve?.continued !== undefined && { continued: curve.continued }),
        positions: withTheta(positions, curve),
      };
    })
    .sort((a, b) => b.impressions - a.impressions || (a.list < b.list ? -1 : 1));
}

/** As many positions as are counted or served, whichever are more. */
const withTheta = (positions: readonly Position[], curve: CurveEntry | undefined): Position[] =>
  Array.from({ length: Math.max(positions.length, curve?.theta.length ?? 0) }, (_, i) => {
    const counts = positions[i] ?? { impressions: 0, clicks: 0 };
    const [theta, low, high] = [curve?.theta[i], curve?.low?.[i], curve?.high?.[i]];
    if (theta === undefined) return counts;
    return { ...counts, theta, ...(low !== undefined && high !== undefined && { interval: [low, high] }) };
  });

/** Lengths that share a table, because too little is known of each, are one. */
function playsOf({ watch = [] }: ModelDocument): PlayOverview[] {
  const kept = watch.filter(({ below }, i) => String(below) !== String(watch[i - 1]?.below));
  return kept.map(({ duration, plays, below }, i) => {
    const next = kept[i + 1];
    return {
      fromMs: i === 0 ? 0 : durationFrom(duration),
      ...(next && { toMs: durationFrom(next.duration) }),
      plays,
      shares: quartersOf(below, coverageFrom),
    };
  });
}

const dwellsOf = ({ dwell = [] }: ModelDocument): DwellOverview[] =>
  dwell.map(({ place, device, dwells, below }) => ({ place, device, dwells, timesMs: quartersOf(below, timeFrom) }));

const quartersOf = (below: readonly number[], from: (x: number) => number): [number, number, number] => [
  from(placeBelow(below, 0.25)),
  from(placeBelow(below, 0.5)),
  from(placeBelow(below, 0.75)),
];

/** Better first, then seen more, then by name: the same order for the same numbers. */
const bestFirst = (a: ItemOverview, b: ItemOverview): number =>
  (b.quality ?? -1) - (a.quality ?? -1) || b.impressions - a.impressions || (a.item < b.item ? -1 : 1);
