import { cellAt } from '../cells.js';

/** Weighted least-squares fit that never rises (pool adjacent violators; Ayer et al. 1955). `weights` are positive. */
export function nonIncreasing(values: readonly number[], weights: readonly number[]): number[] {
  const pools: { mean: number; weight: number; size: number }[] = [];
  values.forEach((value, i) => {
    let pool = { mean: value, weight: cellAt(weights, i), size: 1 };
    for (let last = pools.at(-1); last && last.mean < pool.mean; last = pools.at(-1)) {
      pools.pop();
      const weight = last.weight + pool.weight;
      pool = {
        mean: (last.mean * last.weight + pool.mean * pool.weight) / weight,
        weight,
        size: last.size + pool.size,
      };
    }
    pools.push(pool);
  });
  return pools.flatMap(({ mean, size }) => new Array<number>(size).fill(mean));
}
