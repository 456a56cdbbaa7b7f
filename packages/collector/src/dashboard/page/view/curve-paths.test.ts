import { describe, expect, it } from 'vitest';
import type { Position } from '../../overview-document.js';
import { curvePaths } from './curve-paths.js';
import { reachOf } from './liking-bar.js';

const at = (theta: number | undefined, interval?: [number, number]): Position => ({
  impressions: 10,
  clicks: 1,
  ...(theta === undefined ? {} : { theta }),
  ...(interval ? { interval } : {}),
});

describe('a position curve', () => {
  it('runs from the left edge to the right, down from the top', () => {
    expect(curvePaths([at(1), at(0.5), at(0.25)]).line).toBe('M0.0 0.0L150.0 50.0L300.0 75.0');
  });

  it('has a band where every position has an interval, and none otherwise', () => {
    expect(curvePaths([at(1, [0.9, 1]), at(0.5, [0.4, 0.6])]).band).toBe('M0.0 0.0L300.0 40.0L300.0 60.0L0.0 10.0Z');
    expect(curvePaths([at(1, [0.9, 1]), at(0.5)])).not.toHaveProperty('band');
  });

  it('draws nothing of what is not served', () => {
    expect(curvePaths([at(undefined), at(undefined)])).toEqual({ line: '', dots: '' });
  });
});

describe('a liking bar', () => {
  it('starts in the centre, and reaches as far for twice as good as for half as good', () => {
    expect([1, 2, 0.5, 4, 100].map(reachOf)).toEqual([0, 0.5, -0.5, 1, 1]);
  });
});
