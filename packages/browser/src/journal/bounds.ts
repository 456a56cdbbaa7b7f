import { DAY_MS, type Observation } from '@penchant/core';
import type { Bounds } from './journal.js';

/** Most signals in a journal, what they may weigh, and how old they may get. What they taught stays in the profile. */
const MAX_SIGNALS = 20_000;
const MAX_BYTES = 5 * 2 ** 20;
const MAX_AGE_MS = 180 * DAY_MS;

/** What a journal may hold now. */
export const boundsNow = (): Bounds => ({
  maxSignals: MAX_SIGNALS,
  maxBytes: MAX_BYTES,
  oldestAt: Date.now() - MAX_AGE_MS,
});

/** How full the journal may be after it was too heavy: what comes next must not make every upkeep read all of it. */
const REST_SHARE = 0.9;

const encoder = new TextEncoder();
/** A character that takes more than a byte, or may. */
const WIDE = /[^ -~]/;
/** What a signal weighs: as JSON, in bytes. */
export function bytesOf(observation: Observation): number {
  const text = JSON.stringify(observation);
  return WIDE.test(text) ? encoder.encode(text).byteLength : text.length;
}

/** Signals, and what they weigh. */
export interface Weighed {
  readonly signals: number;
  readonly bytes: number;
}

export const weighed = (all: readonly Observation[]): Weighed => ({
  signals: all.length,
  bytes: all.reduce((sum, each) => sum + bytesOf(each), 0),
});

/** How many of the oldest signals have to go so that what remains of all is within the bounds, and what they weigh. */
export function pastBounds(
  oldest: readonly Observation[],
  all: Weighed,
  { maxSignals, maxBytes, oldestAt }: Bounds,
): Weighed {
  const room = all.bytes > maxBytes ? REST_SHARE * maxBytes : maxBytes;
  let [signals, bytes] = [0, 0];
  for (const observation of oldest) {
    const isWithin = signals >= all.signals - maxSignals && all.bytes - bytes <= room;
    if (isWithin && observation.signal.at >= oldestAt) break;
    bytes += bytesOf(observation);
    signals++;
  }
  return { signals, bytes };
}
