import { MAX_CELLS, MAX_COUNT, MAX_COUNTS_PER_EPOCH, MAX_POSITION } from '../limits.js';
import type { Contribution, ListCell, ReactionCell } from '../schema/contribution.js';
import { exposureOf, type Signal } from '../signal.js';
import { epochOf } from '../time.js';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A contribution before it is given its id. */
export type Counts = WithoutId<Contribution>;

/** What became of signals that were counted. */
export interface Counted {
  readonly counts: readonly Counts[];
  /** How much of each epoch's allowance is used up now, in counts. */
  readonly spent: ReadonlyMap<number, number>;
  /** Counts that a bound kept back. */
  readonly clipped: number;
}

/**
 * Folds signals into clipped, anonymous counts: one contribution for each list and epoch, and one for reactions, of at
 * most `MAX_CELLS` cells each. No count is over `MAX_COUNT`, and one device never says more than `MAX_COUNTS_PER_EPOCH`
 * in an epoch: `spent` carries what earlier calls used. The result tells nothing of the signals' order.
 */
export function count(
  signals: Iterable<Signal>,
  site: string,
  spent: ReadonlyMap<number, number> = new Map(),
): Counted {
  const spending = new Map(spent);
  const lists = new Map<string, { epoch: number; list: string; cells: Map<string, ListCell> }>();
  const reactions = new Map<number, Map<string, ReactionCell>>();
  let clipped = 0;

  const spend = (epoch: number, now: number): number => {
    const used = spending.get(epoch) ?? 0;
    if (now >= MAX_COUNT || used >= MAX_COUNTS_PER_EPOCH) {
      clipped++;
      return now;
    }
    spending.set(epoch, used + 1);
    return now + 1;
  };

  for (const signal of signals) {
    const epoch = epochOf(signal.at);
    switch (signal.kind) {
      case 'impression':
      case 'click': {
        const shown = exposureOf(signal);
        if (!shown) break; // opened outside any list: there is no position to learn about
        const position = Math.min(shown.position, MAX_POSITION);
        const of = getOrSet(lists, `${epoch} ${shown.list}`, () => ({ epoch, list: shown.list, cells: new Map() }));
        const cell = getOrSet(of.cells, `${position} ${shown.bucket} ${signal.item}`, () => ({
          item: signal.item,
          position,
          bucket: shown.bucket,
          impressions: 0,
          clicks: 0,
        }));
        if (signal.kind === 'impression') cell.impressions = spend(epoch, cell.impressions);
        else cell.clicks = spend(epoch, cell.clicks);
        break;
      }
      case 'like':
      case 'dislike': {
        const of = getOrSet(reactions, epoch, () => new Map<string, ReactionCell>());
        const cell = getOrSet(of, signal.item, () => ({ item: signal.item, likes: 0, dislikes: 0 }));
        if (signal.kind === 'like') cell.likes = spend(epoch, cell.likes);
        else cell.dislikes = spend(epoch, cell.dislikes);
        break;
      }
      case 'dwell':
      case 'watch':
      case 'hide':
      case 'skip':
      case 'rate':
      case 'save':
      case 'share':
      case 'cart':
      case 'purchase':
      case 'repurchase':
      case 'return':
      case 'undo':
        break; // said to the profile alone: no contribution has a place for them
    }
  }

  const counts: Counts[] = [];
  for (const { epoch, list, cells } of lists.values())
    for (const part of parts(cells, (cell) => cell.impressions + cell.clicks > 0))
      counts.push({ version: 1, site, epoch, family: 'list', list, cells: part });
  for (const [epoch, cells] of reactions)
    for (const part of parts(cells, (cell) => cell.likes + cell.dislikes > 0))
      counts.push({ version: 1, site, epoch, family: 'reactions', cells: part });
  return { counts, spent: spending, clipped };
}

/** Cells in the order of their keys, which is not the order of what was done, cut to size. */
function parts<Cell>(cells: ReadonlyMap<string, Cell>, says: (cell: Cell) => boolean): Cell[][] {
  const sorted = [...cells].filter(([, cell]) => says(cell)).sort(([a], [b]) => (a < b ? -1 : 1));
  const result: Cell[][] = [];
  for (let start = 0; start < sorted.length; start += MAX_CELLS)
    result.push(sorted.slice(start, start + MAX_CELLS).map(([, cell]) => cell));
  return result;
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
