import { MAX_BUCKET, MAX_ID_CHARS } from './limits.js';
import { DAY_MS } from './time.js';

/**
 * Where an item was shown. `position` is its 1-based rank; `row` and `column`, 1-based too, where it stood in a grid or a
 * carousel; `bucket` is the score bucket of the order that placed it, 0 for the page's own order.
 */
export interface Exposure {
  readonly list: string;
  readonly position: number;
  readonly bucket: number;
  readonly row?: number;
  readonly column?: number;
}

interface Told {
  /** The item's id. */
  readonly item: string;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
}

/** What happens to one item once it was chosen, from the click to the last second watched, is one act. */
interface Acted extends Told {
  /** When the item was opened, in ms: signals of the same item and the same opening are one act. Left out, it is an act of its own. */
  readonly opened?: number;
  /** The chance that its place was examined, relative to position 1, in (0, 1]; frozen when it was shown. */
  readonly propensity?: number;
}

/** An item was in view, long enough to be seen. */
export interface Impression extends Told, Exposure {
  readonly kind: 'impression';
}

/** An item was opened. */
export interface Click extends Acted, Partial<Exposure> {
  readonly kind: 'click';
}

/**
 * An item was read; or, with a list and a position, looked at in a list without being opened. Told again as it goes on:
 * of one act, the last word counts.
 */
export interface Dwell extends Acted, Partial<Exposure> {
  readonly kind: 'dwell';
  /** Attended time only: visible, focused, and not idle. */
  readonly attendedMs: number;
  /** How far down it was read: the deepest share of its text that came into view, 0 to 1. */
  readonly depth?: number;
  /** The visitor came back to the list within ten seconds. */
  readonly bounced?: boolean;
  /** Share of such dwells that are shorter, 0 to 1, where a model knows; else the policy's own curve is used. */
  readonly quantile?: number;
}

/** A video or a recording was played. Told again as it goes on: of one act, the last word counts. */
export interface Watch extends Acted {
  readonly kind: 'watch';
  /** Share of the content that was played, each part once, 0 to 1. A live stream has no length, so none: the time says all. */
  readonly coverage?: number;
  /** Attended wall-clock time. */
  readonly attendedMs: number;
  /** Length of the content; left out, it is long. */
  readonly durationMs?: number;
  /** Content played again, as a share of its length, from 0. */
  readonly replay?: number;
  /** Where it was left, as a share of its length, 0 to 1. */
  readonly dropOff?: number;
  /** It ended because the player failed or stalled at the start: that is not taste. */
  readonly technical?: boolean;
  /** Share of the attended time that was without sound, 0 to 1. */
  readonly muted?: number;
  /** Share of plays of such length that cover less, 0 to 1, where a model knows; else the policy's own curve is used. */
  readonly quantile?: number;
}

/** What visitors say or do on purpose, with nothing more to tell about it. */
export interface Plain extends Told {
  readonly kind: 'like' | 'dislike' | 'hide' | 'skip' | 'save' | 'share' | 'cart';
}

/** Stars, 1 to 5. */
export interface Rate extends Told {
  readonly kind: 'rate';
  readonly stars: number;
}

/** Money was spent; `repurchase` is on the same item again. */
export interface Purchase extends Told {
  readonly kind: 'purchase' | 'repurchase';
  /** For somebody else: it says nothing of the visitor, and leaves no trace. */
  readonly gift?: boolean;
  /** Whether the visitor had shown interest in such items before; false, it may be a gift or a one-off. See `inContext`. */
  readonly browsed?: boolean;
}

/** It came back: the item did not meet expectations. */
export interface Return extends Told {
  readonly kind: 'return';
  /** When it was bought, in ms. */
  readonly purchased?: number;
}

/** What can be taken back. */
export type Explicit = Exclude<Plain, { kind: 'skip' }> | Rate | Purchase | Return;

/** An explicit signal was taken back: as if it had never been given. */
export interface Undo extends Told {
  readonly kind: 'undo';
  readonly of: Explicit;
}

/** How much visitors like a feature, by their own word: it stands, whatever they do, until they say otherwise. */
export interface Interest extends Told {
  readonly kind: 'interest';
  /** The feature: `topic:cycling`. */
  readonly item: string;
  /** −1 (none of it) to 1 (more of it); left out, what was learnt counts again. */
  readonly strength?: number | undefined;
}

/** What was suppressed until now may be shown again. */
export interface Unsuppress extends Told {
  readonly kind: 'unsuppress';
  /** What is meant: an item's id, for itself and what is similar to it; or a feature. */
  readonly item: string;
}

/** What says by itself how much an item is liked; the others take something back, or speak of the profile itself. */
export type Scored = Impression | Click | Dwell | Watch | Plain | Rate | Purchase | Return;

/** One fact of feedback. Every `switch` on `kind` is exhaustive: a new kind does not compile until it is scored and counted. */
export type Signal = Scored | Undo | Interest | Unsuppress;
export type SignalKind = Signal['kind'];

/** Why a value is not what it should be: the path of the offending field, and what is wrong with it. */
export interface Refusal {
  readonly path: string;
  readonly reason: 'type' | 'kind' | 'length' | 'range' | 'future' | 'version' | 'unknown';
}

/** The exposure a signal belongs to, if it says one. */
export function exposureOf(signal: Signal): Exposure | undefined {
  if (signal.kind !== 'impression' && signal.kind !== 'click') return undefined;
  const { list, position, bucket = 0 } = signal;
  return list === undefined || position === undefined ? undefined : { list, position, bucket };
}

/** Whether a signal is part of what is done with one item once it was chosen. */
export const isAct = (signal: Signal): signal is Click | Dwell | Watch =>
  signal.kind === 'click' || signal.kind === 'dwell' || signal.kind === 'watch';

/**
 * What a signal tells again: of one opening of an item, a longer dwell and a further watch take the place of the one
 * before; of one feature, so does an interest that is stated anew. Undefined of a signal that stands for itself.
 */
export const retells = (signal: Signal): string | undefined =>
  signal.kind === 'interest'
    ? `interest ${signal.item}`
    : isAct(signal) && signal.kind !== 'click' && signal.opened !== undefined
      ? `${signal.kind} ${signal.opened} ${signal.item}`
      : undefined;

const SURROGATE = /\p{Surrogate}/u; // a literal in a function is a new object for every id that is looked at

/** Text that can be an id: 1 to `MAX_ID_CHARS` UTF-16 code units, well-formed. */
export const isId = (value: unknown): value is string =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID_CHARS && !SURROGATE.test(value);

const MOST = 2 ** 53 - 1;

/** Numbers by the field that holds them: least and most, and whether only whole ones will do. Fields that a kind lacks are ignored. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number, isWhole?: true]>> = {
  position: [1, MOST, true],
  bucket: [0, MAX_BUCKET, true],
  row: [1, MOST, true],
  column: [1, MOST, true],
  depth: [0, 1],
  propensity: [1e-6, 1], // a chance smaller than that was not measured
  opened: [0, MOST],
  purchased: [0, MOST],
  attendedMs: [0, MOST],
  durationMs: [0, MOST],
  coverage: [0, 1],
  dropOff: [0, 1],
  muted: [0, 1],
  quantile: [0, 1],
  replay: [0, 1e6],
  stars: [1, 5],
  strength: [-1, 1],
  at: [0, MOST, true],
};

const FLAGS: readonly string[] = ['gift', 'browsed', 'bounced', 'technical'];

/**
 * What is known of a would-be signal, and nothing else of the object that a page calls one, which may be the framework's,
 * or hold functions and elements: once `refuse` finds nothing wrong with it, it can be stored anywhere.
 * @throws whatever the page's own object throws when it is read.
 */
export function copySignal<T>(signal: T): T {
  const told = Object(signal) as Readonly<Record<string, unknown>>;
  const plain: Record<string, unknown> = {};
  for (const field of ['kind', 'item', 'list', 'of', ...FLAGS, ...Object.keys(RANGES)]) {
    const value = told[field];
    if (value !== undefined)
      plain[field] = FLAGS.includes(field) ? !!value : field === 'of' ? copySignal(value) : value;
  }
  return plain as T; // all that a signal may have
}

/** The field that a kind cannot do without, beside its item, its time and its place. */
const NEEDS: { readonly [K in SignalKind]?: string } = { dwell: 'attendedMs', watch: 'attendedMs', rate: 'stars' };

/** What signals of a kind are: seen to happen, said on purpose, so that it can be taken back; or of no score by themselves. */
const SORTS: Readonly<Record<SignalKind, 'seen' | 'said' | 'unscored'>> = {
  impression: 'seen',
  click: 'seen',
  dwell: 'seen',
  watch: 'seen',
  skip: 'seen',
  like: 'said',
  dislike: 'said',
  hide: 'said',
  save: 'said',
  share: 'said',
  cart: 'said',
  rate: 'said',
  purchase: 'said',
  repurchase: 'said',
  return: 'said',
  undo: 'unscored',
  interest: 'unscored',
  unsuppress: 'unscored',
};

const isKind = (kind: unknown): kind is SignalKind => typeof kind === 'string' && Object.hasOwn(SORTS, kind);

/** Whether a signal says by itself how much an item is liked. */
export const isScored = (signal: Signal): signal is Scored => SORTS[signal.kind] !== 'unscored';

/** Whether a signal was given on purpose, so that it can be taken back. */
export const isExplicit = (signal: Signal): signal is Explicit => SORTS[signal.kind] === 'said';

/**
 * What is wrong with a would-be signal, or `undefined` when nothing is. Ids are 1 to `MAX_ID_CHARS` characters of
 * well-formed text, positions count from 1, times are whole milliseconds, not more than a day after `nowMs`: a signal
 * from the future would make all others fade. Never throws.
 */
export function refuse(signal: unknown, nowMs = Infinity): Refusal | undefined {
  const told = Object(signal) as Readonly<Record<string, unknown>>;
  const { kind, item, list, position, at, of } = told;
  if (told !== signal) return { path: '', reason: 'type' };
  if (!isKind(kind)) return { path: 'kind', reason: 'kind' };
  const isPlaced = kind === 'impression' || (list ?? position) !== undefined;
  if (!isId(item)) return { path: 'item', reason: 'length' };
  if (isPlaced && !isId(list)) return { path: 'list', reason: 'length' };
  const needed = NEEDS[kind];
  if (at === undefined) return { path: 'at', reason: 'range' };
  if (needed && told[needed] === undefined) return { path: needed, reason: 'range' };
  if (isPlaced && position === undefined) return { path: 'position', reason: 'range' };
  // Field by field of the signal, not of what may be: until all is compiled, for thousands of signals, that is most of the work.
  for (const field in told) {
    const value: unknown = told[field];
    const range = Object.hasOwn(RANGES, field) && RANGES[field];
    if (!range || value === undefined) continue;
    // By index: to take a list apart makes an iterator, for each field of each signal.
    const fits =
      typeof value === 'number' && value >= range[0] && value <= range[1] && (!range[2] || Number.isInteger(value));
    if (!fits) return { path: field, reason: 'range' };
  }
  if (Number(at) > nowMs + DAY_MS) return { path: 'at', reason: 'future' };
  if (kind !== 'undo') return undefined;
  const undone =
    refuse(of, nowMs) ?? (isExplicit(of as Signal) ? undefined : { path: 'kind', reason: 'kind' as const });
  if (undone) return { ...undone, path: `of.${undone.path}` };
  return (of as Signal).item === item ? undefined : { path: 'of.item', reason: 'range' };
}
