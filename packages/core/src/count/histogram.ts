import { BINS, DURATIONS } from '../limits.js';

const binOf = (x: number, bins: number): number => Math.max(0, Math.min(bins - 1, Math.floor(x)));

const SHORTEST_MS = 15_000;
const BRIEFEST_MS = 1_000;

/** Bucket of the length of a recording, 0 to `DURATIONS` − 1: half an octave each, from 15 seconds. */
export const durationOf = (durationMs: number): number => binOf(2 * Math.log2(durationMs / SHORTEST_MS), DURATIONS);

/** Where such a bucket begins, in ms; the first has all that is shorter, too, and the last all that is longer. */
export const durationFrom = (bucket: number): number => SHORTEST_MS * 2 ** (bucket / 2);

/** Where an attended time lies in its histogram, in bins: half an octave each, from one second. */
export const timeAt = (attendedMs: number): number => 2 * Math.log2(attendedMs / BRIEFEST_MS);

/** The attended time, in ms, at a place in its histogram. */
export const timeFrom = (x: number): number => BRIEFEST_MS * 2 ** (x / 2);

/** Where a share that was covered lies in its histogram, in bins. */
export const coverageAt = (coverage: number): number => coverage * BINS;

/** The share that was covered, at a place in its histogram. */
export const coverageFrom = (x: number): number => x / BINS;

/** The bin that something lies in, 0 to `BINS` − 1. */
export const histogramBin = (x: number): number => binOf(x, BINS);

/** Where in a histogram a share of all lies below, in bins: straight within a bin. `below` is the share below the upper end of each bin but the last. */
export function placeBelow(below: readonly number[], share: number): number {
  const found = below.findIndex((each) => each >= share);
  const bin = found < 0 ? below.length : found;
  const [from, to] = [below[bin - 1] ?? 0, below[bin] ?? 1];
  return bin + (to > from ? (share - from) / (to - from) : 0);
}
