import { BUCKETS } from '../limits.js';

/** The bucket of a score: 1 to 32 in equal steps of its range (−1, 1), ascending. Bucket 0 is the page's own order and is never given here. */
export const bucketOf = (score: number): number => Math.min(BUCKETS, 1 + (((Math.max(-1, score) + 1) * BUCKETS) >> 1));
