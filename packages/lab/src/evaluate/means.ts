import { bootstrap, type Interval } from '../bootstrap.js';

/** One way of ordering items, by name, and how well each visitor was served by it: NDCG@10. */
export interface Way {
  readonly way: string;
  readonly ndcgs: readonly number[];
}

/** A way's mean over visitors, and how much of it is chance. */
export interface WayMean {
  readonly way: string;
  readonly ndcg: Interval;
  /** Over the first way, by the same draws. */
  readonly gain: Interval;
}

const SAMPLES = 1_000;

/** Means over the same visitors, with 95 % bootstrap intervals over them. */
export function meansOf(ways: readonly Way[], seed: number): WayMean[] {
  const width = ways.length + 1;
  const sums = bootstrap({ width, samples: SAMPLES, seed });
  const visitors = ways[0]?.ndcgs.length ?? 0;
  for (let n = 0; n < visitors; n++) sums.add(Float64Array.from([1, ...ways.map(({ ndcgs }) => ndcgs[n] ?? NaN)]));
  const mean = (drawn: Float64Array, way: number): number => (drawn[way + 1] ?? NaN) / (drawn[0] ?? NaN);
  return ways.map(({ way }, i) => ({
    way,
    ndcg: sums.interval((drawn) => mean(drawn, i)),
    gain: sums.interval((drawn) => mean(drawn, i) - mean(drawn, 0)),
  }));
}
