import { describe, expect, it } from 'vitest';
import { BUCKETS } from '../limits.js';
import { bucketOf } from './buckets.js';

describe('bucketOf', () => {
  it('cuts the range of scores into equal steps, from 1', () => {
    expect([-1, -0.999, 0, 0.999, 1].map(bucketOf)).toEqual([1, 1, BUCKETS / 2 + 1, BUCKETS, BUCKETS]);
  });
});
