import { MAX_CELLS, MAX_COUNT, MAX_COUNTS_PER_EPOCH, MAX_POSITION } from '../limits.js';
import type { Contribution } from '../schema/contribution.js';
import { exposureOf, type Signal, type SignalKind } from '../signal.js';
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
  const parts = new Map<string, { readonly head: Head; readonly cells: Map<string, Cell> }>();
  let clipped = 0;
  for (const signal of signals) {
    const what = COUNTED[signal.kind];
    const shown = exposureOf(signal);
    if (!what || (signal.kind === 'click' && !shown)) continue; // opened outside any list: there is no position to learn about
    const { item, at } = signal;
    const epoch = epochOf(at);
    const { list } = shown ?? {};
    const of = getOrSet(parts, `${epoch} ${list ?? ''}`, () => ({
      head: { version: 1, site, epoch, ...(list === undefined ? { family: 'reactions' } : { family: 'list', list }) },
      cells: new Map(),
    }));
    const place = shown && { position: Math.min(shown.position, MAX_POSITION), bucket: shown.bucket };
    const nothing = place ? { ...place, impressions: 0, clicks: 0 } : { likes: 0, dislikes: 0 };
    const cell = getOrSet(of.cells, `${place?.position} ${place?.bucket} ${item}`, () => ({ item, ...nothing }));
    const used = spending.get(epoch) ?? 0;
    const now = cell[what] ?? 0;
    if (now >= MAX_COUNT || used >= MAX_COUNTS_PER_EPOCH) clipped++;
    else {
      spending.set(epoch, used + 1);
      cell[what] = now + 1;
    }
  }
  const counts = [...parts.values()].flatMap(({ head, cells }) =>
    cut(cells).map((part) => ({ ...head, cells: part }) as Counts),
  ); // a head and its cells are of one family: they were made together
  return { counts, spent: spending, clipped };
}

/** What each kind of signal adds to; the others are said to the profile alone: no contribution has a place for them. */
const COUNTED = {
  impression: 'impressions',
  click: 'clicks',
  like: 'likes',
  dislike: 'dislikes',
} as const satisfies { readonly [K in SignalKind]?: string } as { readonly [K in SignalKind]?: Countable };
type Countable = 'impressions' | 'clicks' | 'likes' | 'dislikes';
type Head = Omit<Counts, 'cells'>;
type Cell = { readonly item: string } & { [K in Countable]?: number };

/** Cells that say something, in the order of their keys, which is not the order of what was done, cut to size. */
function cut(cells: ReadonlyMap<string, Cell>): Cell[][] {
  const said = [...cells]
    .filter(
      ([, { impressions = 0, clicks = 0, likes = 0, dislikes = 0 }]) => impressions + clicks + likes + dislikes > 0,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  const result: Cell[][] = [];
  while (said.length > 0) result.push(said.splice(0, MAX_CELLS).map(([, cell]) => cell));
  return result;
}

function getOrSet<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  let value = map.get(key);
  if (value === undefined) map.set(key, (value = make()));
  return value;
}
