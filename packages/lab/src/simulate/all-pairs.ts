import type { ListSum } from '@penchant/core/estimate';

const ROUNDS = 3_000;

/** Clicks and impressions at one of two positions, over the items that were seen at both, each item weighing the same. */
interface Side {
  readonly position: number;
  readonly pair: number;
  readonly clicked: number;
  readonly all: number;
}

/**
 * AllPairs (Agarwal et al. 2019, “Estimating position bias without intrusive interventions”), with items in the place of
 * queries and documents: for every two positions, the click rates of items seen at both, as a product of examination p_k and
 * of the pair's attraction r_kl, by expectation and maximisation. Gives θ relative to position 1.
 */
export function allPairs(cells: readonly ListSum[], depth: number): number[] {
  const items = new Map<string, { readonly seen: Float64Array; readonly clicked: Float64Array }>();
  for (const { item, position, impressions, clicks } of cells) {
    const of = items.get(item) ?? { seen: new Float64Array(depth), clicked: new Float64Array(depth) };
    of.seen[position - 1] = (of.seen[position - 1] ?? 0) + impressions;
    of.clicked[position - 1] = (of.clicked[position - 1] ?? 0) + clicks;
    items.set(item, of);
  }
  const sides = sidesOf([...items.values()], depth);
  const examined = new Float64Array(depth).fill(0.5);
  const attraction = new Float64Array(depth * depth).fill(0.5);
  for (let round = 0; round < ROUNDS; round++) {
    const [examinations, chances] = [new Float64Array(depth), new Float64Array(depth)];
    const [attractions, looks] = [new Float64Array(depth * depth), new Float64Array(depth * depth)];
    for (const { position, pair, clicked, all } of sides) {
      const p = examined[position] ?? 0;
      const r = attraction[pair] ?? 0;
      const missed = (all - clicked) / (1 - p * r || 1);
      examinations[position] = (examinations[position] ?? 0) + clicked + missed * p * (1 - r);
      chances[position] = (chances[position] ?? 0) + all;
      attractions[pair] = (attractions[pair] ?? 0) + clicked + missed * r * (1 - p);
      looks[pair] = (looks[pair] ?? 0) + all;
    }
    examinations.forEach((sum, k) => (examined[k] = sum / (chances[k] || 1)));
    attractions.forEach((sum, pair) => (attraction[pair] = sum / (looks[pair] || 1)));
  }
  return Array.from(examined, (value) => value / (examined[0] || 1));
}

function sidesOf(items: readonly { seen: Float64Array; clicked: Float64Array }[], depth: number): Side[] {
  const sides: Side[] = [];
  for (let a = 0; a < depth; a++)
    for (let b = a + 1; b < depth; b++) {
      const both = items.filter(({ seen }) => (seen[a] ?? 0) > 0 && (seen[b] ?? 0) > 0);
      for (const position of [a, b]) {
        const rate = ({ seen, clicked }: (typeof items)[number]): number =>
          (clicked[position] ?? 0) / (seen[position] ?? 1);
        const clicked = both.reduce((sum, item) => sum + rate(item), 0);
        sides.push({ position, pair: a * depth + b, clicked, all: both.length });
      }
    }
  return sides;
}
