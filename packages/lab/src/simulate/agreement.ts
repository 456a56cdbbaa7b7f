/** How well an order by `scores` places what is worth most: the gain of the first `k`, discounted by log₂(place + 1), over the best possible (Järvelin & Kekäläinen 2002). */
export function ndcg(scores: readonly number[], gains: readonly number[], k: number): number {
  const order = scores.map((score, i) => ({ score, gain: gains[i] ?? 0 })).sort((a, b) => b.score - a.score);
  const best = [...gains].sort((a, b) => b - a);
  return (
    discounted(
      order.map(({ gain }) => gain),
      k,
    ) / discounted(best, k)
  );
}

const discounted = (gains: readonly number[], k: number): number =>
  gains.slice(0, k).reduce((sum, gain, place) => sum + gain / Math.log2(place + 2), 0);

/** How alike two orders are, from −1 to 1 (Kendall 1945). */
export interface Agreement {
  /** τ-a: pairs in the same order less pairs in the other, of all pairs; an order that ties must break its ties by chance. */
  readonly all: number;
  /** τ-b: of pairs that are tied in neither. */
  readonly untied: number;
}

export function kendall(a: readonly number[], b: readonly number[]): Agreement {
  let concordant = 0;
  let [untiedA, untiedB] = [0, 0];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      const x = Math.sign((a[i] ?? 0) - (a[j] ?? 0));
      const y = Math.sign((b[i] ?? 0) - (b[j] ?? 0));
      concordant += x * y;
      untiedA += x * x;
      untiedB += y * y;
    }
  return { all: concordant / ((a.length * (a.length - 1)) / 2), untied: concordant / Math.sqrt(untiedA * untiedB) };
}

/** The same of only those pairs that a third order tells apart: so an order that ties much is compared on what it dares to say. */
export function kendallWhere(a: readonly number[], b: readonly number[], apart: readonly number[]): number {
  let [concordant, pairs] = [0, 0];
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < i; j++) {
      if (apart[i] === apart[j]) continue;
      concordant += Math.sign((a[i] ?? 0) - (a[j] ?? 0)) * Math.sign((b[i] ?? 0) - (b[j] ?? 0));
      pairs++;
    }
  return concordant / pairs;
}

/** How alike two orders are, from −1 to 1: the correlation of ranks, where what ties shares the mean of its ranks (Spearman 1904). */
export function spearman(a: readonly number[], b: readonly number[]): number {
  const [x, y] = [ranksOf(a), ranksOf(b)];
  const mean = (a.length - 1) / 2;
  let [both, ofX, ofY] = [0, 0, 0];
  for (const [i, rank] of x.entries()) {
    const [dx, dy] = [rank - mean, (y[i] ?? 0) - mean];
    both += dx * dy;
    ofX += dx * dx;
    ofY += dy * dy;
  }
  return both / Math.sqrt(ofX * ofY);
}

function ranksOf(values: readonly number[]): number[] {
  const order = values.map((value, i) => ({ value, i })).sort((a, b) => a.value - b.value);
  const ranks = new Array<number>(values.length);
  for (let from = 0, to = 0; from < order.length; from = to) {
    while (to < order.length && order[to]?.value === order[from]?.value) to++;
    for (const { i } of order.slice(from, to)) ranks[i] = (from + to - 1) / 2;
  }
  return ranks;
}
