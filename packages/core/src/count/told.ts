import type { LOSSES } from '../families.js';
import { MAX_LOST } from '../limits.js';
import { retells, type Signal } from '../signal.js';

/** How many signals were lost, by reason. */
export type Lost = { readonly [Reason in (typeof LOSSES)[number]]?: number };

/** What a device remembers of its counting, from one call to the next. */
export interface Told {
  /** How much of each epoch's allowance is used up, in counts. */
  readonly spent: ReadonlyMap<number, number>;
  /** How many of these are pairs, which have an allowance within it. */
  readonly spentOnPairs: ReadonlyMap<number, number>;
  /** The last word on acts that may go on: counted once they are over. */
  readonly acts: readonly Signal[];
  /** Names of the acts that were counted last: what is told of them afterwards counts no more. */
  readonly over: readonly string[];
  /** Items that pairs were told of, oldest first: each once. */
  readonly paired: readonly string[];
  /** Those of them that new ones are paired with. */
  readonly liked: readonly string[];
  /** Lost signals that no contribution told of yet. */
  readonly lost: Lost;
}

export const nothingTold: Told = {
  spent: new Map(),
  spentOnPairs: new Map(),
  acts: [],
  over: [],
  paired: [],
  liked: [],
  lost: {},
};

/** What is remembered without what is excluded: an act that goes on is not counted, and nothing is paired with such an item any more. */
export function withoutExcluded(told: Told, isExcluded: (signal: Signal) => boolean, items: ReadonlySet<string>): Told {
  return {
    ...told,
    acts: told.acts.filter((signal) => !isExcluded(signal)),
    liked: told.liked.filter((item) => !items.has(item)),
  };
}

/** What was lost before, and since. More than one contribution can say is forgotten: it is a great loss either way. */
export function lostWith(before: Lost, since: Lost): Lost {
  const lost: Record<string, number> = { ...before };
  for (const [reason, signals] of Object.entries(since))
    if (signals > 0) lost[reason] = Math.min(MAX_LOST, (lost[reason] ?? 0) + signals);
  return lost;
}

/** How long an act waits for more of it. */
const ACT_PAUSE_MS = 30 * 60_000;
/** How many names of counted acts are remembered. */
const MAX_OVER = 200;

/** Signals that can be counted now; and acts, of which the last word alone counts, that may go on. */
export function settled(
  signals: Iterable<Signal>,
  told: Told,
  nowMs: number,
): { readonly ready: Signal[]; readonly late: number; readonly acts: Signal[]; readonly over: string[] } {
  const acts = new Map(told.acts.map((signal) => [retells(signal) ?? '', signal]));
  const over = new Set(told.over);
  const ready: Signal[] = [];
  let late = 0;
  for (const signal of signals) {
    const name = isLasting(signal) ? retells(signal) : undefined;
    if (name === undefined) ready.push(signal);
    else if (over.has(name)) late++;
    else acts.set(name, signal);
  }
  for (const [name, signal] of acts)
    if (signal.at + ACT_PAUSE_MS <= nowMs) {
      acts.delete(name);
      over.add(name);
      ready.push(signal);
    }
  return { ready, late, acts: [...acts.values()], over: [...over].slice(-MAX_OVER) };
}

const isLasting = ({ kind }: Signal): boolean => kind === 'dwell' || kind === 'watch';
