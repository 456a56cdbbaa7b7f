import { BUCKETS, MAX_ID_CHARS } from './limits.js';

/** Where an item was shown. `position` is its 1-based rank; `bucket` is the score bucket of the order that placed it, 0 for the page's own order. */
export interface Exposure {
  readonly list: string;
  readonly position: number;
  readonly bucket: number;
}

interface Told {
  /** The item's id. */
  readonly item: string;
  /** Milliseconds since 1970-01-01. */
  readonly at: number;
}

/** An item was in view, long enough to be seen. */
export interface Impression extends Told, Exposure {
  readonly kind: 'impression';
}

/** An item was opened. `propensity` is its chance of being examined relative to position 1, in (0, 1], frozen when it was shown. */
export interface Click extends Told, Partial<Exposure> {
  readonly kind: 'click';
  readonly propensity?: number;
}

export interface Like extends Told {
  readonly kind: 'like';
}

export interface Dislike extends Told {
  readonly kind: 'dislike';
}

/** One fact of feedback. Every `switch` on `kind` is exhaustive: a new kind does not compile until it is scored and counted. */
export type Signal = Impression | Click | Like | Dislike;
export type SignalKind = Signal['kind'];

/** Why a value is not a signal: the path of the offending field, and what is wrong with it. */
export interface Refusal {
  readonly path: string;
  readonly reason: 'type' | 'kind' | 'length' | 'range';
}

/** The exposure a signal belongs to, if it says one. */
export function exposureOf(signal: Signal): Exposure | undefined {
  if (signal.kind !== 'impression' && signal.kind !== 'click') return undefined;
  const { list, position, bucket = 0 } = signal;
  return list === undefined || position === undefined ? undefined : { list, position, bucket };
}

const isId = (value: unknown): boolean =>
  typeof value === 'string' && value !== '' && value.length <= MAX_ID_CHARS && !/\p{Surrogate}/u.test(value);
const isWhole = (value: unknown, least: number, most = Number.MAX_SAFE_INTEGER): boolean =>
  Number.isInteger(value) && Number(value) >= least && Number(value) <= most;

/**
 * What is wrong with a would-be signal, or `undefined` when nothing is. Ids are 1 to `MAX_ID_CHARS` characters of
 * well-formed text, positions count from 1, times are whole milliseconds. Never throws.
 */
export function refuse(signal: Signal): Refusal | undefined {
  if (typeof signal !== 'object' || signal === null) return { path: '', reason: 'type' };
  switch (signal.kind) {
    case 'impression':
    case 'click': {
      const { list, position, bucket = 0 } = signal;
      if (signal.kind === 'impression' || list !== undefined || position !== undefined) {
        if (!isId(list)) return { path: 'list', reason: 'length' };
        if (!isWhole(position, 1)) return { path: 'position', reason: 'range' };
      }
      if (!isWhole(bucket, 0, BUCKETS)) return { path: 'bucket', reason: 'range' };
      const { propensity = 1 } = signal as Click;
      if (!(propensity > 0 && propensity <= 1)) return { path: 'propensity', reason: 'range' };
      break;
    }
    case 'like':
    case 'dislike':
      break;
    default:
      return { path: 'kind', reason: 'kind' };
  }
  if (!isId(signal.item)) return { path: 'item', reason: 'length' };
  return isWhole(signal.at, 0) ? undefined : { path: 'at', reason: 'range' };
}
