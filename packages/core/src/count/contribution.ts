import type { Contribution, DEVICES } from '../families.js';
import {
  MAX_CELLS,
  MAX_COUNT,
  MAX_COUNTS_PER_EPOCH,
  MAX_LIKED,
  MAX_LOST,
  MAX_PAIRED,
  MAX_PAIRS,
  MAX_PAIRS_PER_EPOCH,
  MAX_POSITION,
} from '../limits.js';
import { exposureOf, type Signal } from '../signal.js';
import { epochOf } from '../time.js';
import { coverageAt, durationOf, histogramBin, timeAt } from './histogram.js';
import { saysLiked } from './liked.js';
import { lostWith, nothingTold, settled, type Lost, type Told } from './told.js';

type WithoutId<T> = T extends unknown ? Omit<T, 'id'> : never;

/** A contribution before it is given its id. */
export type Counts = WithoutId<Contribution>;

/** What became of signals that were counted. */
export interface Counted {
  readonly counts: readonly Counts[];
  /** What is to be remembered until the next call. */
  readonly told: Told;
  /** Signals that no contribution speaks of, and none will: no sum has a place for them, or a bound kept them back. */
  readonly uncounted: number;
  /** Of those, the ones that a bound kept back. */
  readonly clipped: number;
}

/** When and where it is counted. */
export interface Counting {
  /** Milliseconds since 1970-01-01. At the end of time, every act is over, and of losses there is no more to tell. */
  readonly nowMs: number;
  readonly device: (typeof DEVICES)[number];
  /** Signals lost since the last call, beside those that a bound keeps back now. */
  readonly lost?: Lost;
}

/**
 * Folds signals into clipped, anonymous counts of at most `MAX_CELLS` cells a contribution: by list what was seen and
 * opened, reactions, purchases, how much was watched and how long was dwelt, once that is over, pairs of items that are liked, and
 * what was lost. No count is over its bound, and one device never says more than `MAX_COUNTS_PER_EPOCH` in an epoch: what
 * earlier calls told is in `told`. The result tells nothing of the signals' order.
 */
export function count(
  signals: Iterable<Signal>,
  site: string,
  told: Told = nothingTold,
  { nowMs, device, lost = {} }: Counting = { nowMs: Infinity, device: 'desktop' },
): Counted {
  const { ready, late, acts, over } = settled(signals, told, nowMs);
  const tally = new Tally(site, told);
  let [uncounted, clipped] = [late, 0];
  const [liked, paired] = [[...told.liked], new Set(told.paired)];
  for (const signal of ready) {
    const counted = countable(signal, device);
    if (!counted || !tally.add(epochOf(signal.at), counted)) uncounted++;
    if (counted && !tally.fits) clipped++;
  }
  const inOrder = ready.filter(saysLiked).sort((a, b) => a.at - b.at || (a.item < b.item ? -1 : 1));
  for (const signal of inOrder) pair(tally, signal, liked, paired);
  const losses = lostWith(told.lost, { ...lost, clipped: (lost.clipped ?? 0) + clipped });
  const untold: Record<string, number> = {};
  for (const [reason, number] of Object.entries(losses))
    if (
      !Number.isFinite(nowMs) ||
      !tally.add(epochOf(nowMs), { family: 'losses', keys: { reason }, value: 'signals' }, number, MAX_LOST)
    )
      untold[reason] = number;
  return {
    counts: tally.counts(),
    told: {
      spent: tally.spent,
      spentOnPairs: tally.spentOnPairs,
      acts,
      over,
      liked,
      paired: [...paired],
      lost: untold,
    },
    uncounted,
    clipped,
  };
}

type Columns = Readonly<Record<string, string | number>>;

/** One count: of which family, what tells it apart, and what is counted. */
interface Countable {
  readonly family: Contribution['family'];
  readonly list?: string;
  readonly keys: Columns;
  readonly value: string;
}

/** What a signal adds one to; most kinds are said to the profile alone: no contribution has a place for them. */
function countable(signal: Signal, device: Counting['device']): Countable | undefined {
  switch (signal.kind) {
    case 'impression':
    case 'click': {
      const shown = exposureOf(signal);
      if (!shown) return undefined; // opened outside any list: there is no position to learn about
      const { list, bucket } = shown;
      const keys = { item: signal.item, position: Math.min(shown.position, MAX_POSITION), bucket };
      return { family: 'list', list, keys, value: `${signal.kind}s` };
    }
    case 'like':
    case 'dislike':
      return { family: 'reactions', keys: { item: signal.item }, value: `${signal.kind}s` };
    case 'watch': {
      const { coverage, durationMs, technical } = signal;
      if (coverage === undefined || durationMs === undefined || technical) return undefined;
      const keys = { duration: durationOf(durationMs), coverage: histogramBin(coverageAt(coverage)) };
      return { family: 'watch', keys, value: 'plays' };
    }
    case 'dwell': {
      const place = signal.list === undefined ? 'page' : 'list';
      const keys = { place, device, time: histogramBin(timeAt(signal.attendedMs)) };
      return { family: 'dwell', keys, value: 'dwells' };
    }
    case 'purchase':
    case 'repurchase':
      return { family: 'purchases', keys: { item: signal.item }, value: 'purchases' };
    case 'return':
      return { family: 'purchases', keys: { item: signal.item }, value: 'returns' };
    default:
      return undefined;
  }
}

/**
 * Tells that an item is liked, and that it is together with others: each pair once, whatever becomes of the profile; all of
 * an item's or none, for a pair is a part of what is told of both.
 */
function pair(tally: Tally, { item, at }: Signal, liked: string[], paired: Set<string>): void {
  if (paired.has(item) || paired.size >= MAX_PAIRED) return;
  if (tally.roomForPairs(epochOf(at)) < Math.min(liked.length + 1, MAX_LIKED)) return;
  paired.add(item);
  liked.push(item);
  if (liked.length > MAX_LIKED) liked.shift();
  for (const one of liked) {
    const [first, other] = one < item ? [one, item] : [item, one];
    tally.add(epochOf(at), { family: 'pairs', keys: { item: first, other }, value: 'devices' });
  }
}

/** What every cell of a family counts, before anything is. */
const NOTHING: { readonly [F in Contribution['family']]: Readonly<Record<string, number>> } = {
  list: { impressions: 0, clicks: 0 },
  reactions: { likes: 0, dislikes: 0 },
  losses: { signals: 0 },
  watch: { plays: 0 },
  dwell: { dwells: 0 },
  pairs: { devices: 0 },
  purchases: { purchases: 0, returns: 0 },
};

/** Counts as they add up, within what a device may say. */
class Tally {
  readonly spent: Map<number, number>;
  readonly spentOnPairs: Map<number, number>;
  /** Whether what was added last was within all bounds. */
  fits = true;
  readonly #site: string;
  readonly #parts = new Map<
    string,
    { readonly head: Columns; readonly cells: Map<string, Record<string, string | number>> }
  >();

  constructor(site: string, { spent, spentOnPairs }: Pick<Told, 'spent' | 'spentOnPairs'>) {
    this.#site = site;
    this.spent = new Map(spent);
    this.spentOnPairs = new Map(spentOnPairs);
  }

  /** How many pairs there is room for: within an allowance of their own, so that no like keeps clicks from being counted. */
  roomForPairs(epoch: number): number {
    return Math.min(
      MAX_PAIRS_PER_EPOCH - (this.spentOnPairs.get(epoch) ?? 0),
      MAX_COUNTS_PER_EPOCH - (this.spent.get(epoch) ?? 0),
    );
  }

  /** Adds to one count, if there is room for it: all of it, or nothing. */
  add(epoch: number, { family, list, keys, value }: Countable, amount = 1, most = MAX_COUNT): boolean {
    const used = this.spent.get(epoch) ?? 0;
    const name = `${epoch} ${family} ${list ?? ''}`;
    const part = this.#parts.get(name);
    const key = JSON.stringify(Object.values(keys));
    const cell = part?.cells.get(key) ?? { ...keys, ...NOTHING[family] };
    const now = Number(cell[value]) + amount;
    this.fits = now <= most && used + amount <= MAX_COUNTS_PER_EPOCH;
    if (!this.fits) return false;
    this.spent.set(epoch, used + amount);
    if (family === 'pairs') this.spentOnPairs.set(epoch, (this.spentOnPairs.get(epoch) ?? 0) + amount);
    cell[value] = now;
    const into = part ?? {
      head: { version: 1, site: this.#site, epoch, family, ...(list !== undefined && { list }) },
      cells: new Map(),
    };
    into.cells.set(key, cell);
    this.#parts.set(name, into);
    return true;
  }

  /** Cells in the order of their keys, which is not the order of what was done, cut to size. */
  counts(): Counts[] {
    return [...this.#parts.values()].flatMap(({ head, cells }) => {
      const sorted = [...cells].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, cell]) => cell);
      const size = head['family'] === 'pairs' ? MAX_PAIRS : MAX_CELLS;
      const result: unknown[] = [];
      while (sorted.length > 0) result.push({ ...head, cells: sorted.splice(0, size) });
      return result as Counts[]; // a head and its cells are of one family: they were made together
    });
  }
}
