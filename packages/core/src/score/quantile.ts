import { coverageAt, durationOf, histogramBin, timeAt } from '../count/histogram.js';
import type { DEVICES } from '../families.js';
import { BINS } from '../limits.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import type { Signal } from '../signal.js';

/**
 * A signal with the share of such plays or dwells that are shorter, where the model knows and the signal does not say: half
 * an hour is seldom seen to its end, and a phone is read in haste. The plain sums of a policy (`unify`) know no quantiles.
 */
export function inQuantile(signal: Signal, model: Model, { unify }: Policy, device: (typeof DEVICES)[number]): Signal {
  if (unify === 'sum') return signal;
  switch (signal.kind) {
    case 'watch': {
      const { coverage, durationMs } = signal;
      if (coverage === undefined || durationMs === undefined) return signal;
      const duration = durationOf(durationMs);
      const table = model.watch?.find((each) => each.duration === duration);
      return table ? { quantile: quantileAt(table.below, coverageAt(coverage)), ...signal } : signal;
    }
    case 'dwell': {
      const place = signal.list === undefined ? 'page' : 'list';
      const table = model.dwell?.find((each) => each.place === place && each.device === device);
      return table ? { quantile: quantileAt(table.below, timeAt(signal.attendedMs)), ...signal } : signal;
    }
    default:
      return signal;
  }
}

/** The share below a place in a histogram: straight within a bin; in the last, where all that is whole lies, its middle. */
function quantileAt(below: readonly number[], x: number): number {
  const bin = histogramBin(x);
  const [from, to] = [below[bin - 1] ?? 0, below[bin] ?? 1];
  const within = bin === BINS - 1 ? 0.5 : Math.min(1, Math.max(0, x - bin));
  return from + (to - from) * within;
}
