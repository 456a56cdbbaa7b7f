import { BINS, DURATIONS } from '../limits.js';

const binOf = (x: number, bins: number): number => Math.max(0, Math.min(bins - 1, Math.floor(x)));

/** Bucket of the length of a recording, 0 to `DURATIONS` − 1: half an octave each, from 15 seconds. */
export const durationOf = (durationMs: number): number => binOf(2 * Math.log2(durationMs / 15_000), DURATIONS);

/** Where an attended time lies in its histogram, in bins: half an octave each, from one second. */
export const timeAt = (attendedMs: number): number => 2 * Math.log2(attendedMs / 1_000);

/** Where a share that was covered lies in its histogram, in bins. */
export const coverageAt = (coverage: number): number => coverage * BINS;

/** The bin that something lies in, 0 to `BINS` − 1. */
export const histogramBin = (x: number): number => binOf(x, BINS);
