import { BUCKETS, explore } from '@penchant/core';
import { continuedIn, type ListSum } from '@penchant/core/estimate';
import { randomNormal } from 'd3-random';
import { mulberry32 } from '../chance.js';
import { CLICK_MODELS } from './click-model.js';
import type { World } from './world.js';

/** Lists from which the edges of score buckets are taken, before any is counted. */
const PILOT_LISTS = 2_000;

/** One list that was shown: items from the top, the scores that buckets are of, and their chances of a click when examined. */
interface Shown {
  readonly items: readonly number[];
  readonly scores: readonly number[];
  readonly attractions: readonly number[];
}

/** What visitors of a world do in one epoch, as the collector's sums; other visitors come in another. Buckets are quantiles of the scores that were shown. */
export function simulate(world: World, epoch = 0): ListSum[] {
  const { seed, lists, theta, clicks } = world.options;
  const chance = mulberry32(seed + 1_000_003 * (epoch + 1));
  const show = shower(world, chance);
  const edges = quantileEdges(Array.from({ length: PILOT_LISTS }, show).flatMap(({ scores }) => scores));
  const depth = theta.length;
  const size = world.options.items * depth * (BUCKETS + 1);
  const [impressions, clicked, below, continued] = [
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
    new Int32Array(size),
  ];
  const click = CLICK_MODELS[clicks];
  for (let n = 0; n < lists; n++) {
    const { items, scores, attractions } = show();
    const clicksHere = click(attractions, theta, chance);
    const told = continuedIn(clicksHere.map((is, k) => ({ position: k + 1, clicks: Number(is) })));
    items.forEach((item, k) => {
      const cell = (item * depth + k) * (BUCKETS + 1) + bucketAt(edges, scores[k] ?? 0);
      add(impressions, cell, 1);
      add(clicked, cell, told[k]?.clicked);
      add(below, cell, told[k]?.below);
      add(continued, cell, told[k]?.continued);
    });
  }
  const sums: ListSum[] = [];
  impressions.forEach((seen, cell) => {
    if (seen === 0) return;
    const bucket = cell % (BUCKETS + 1);
    const place = Math.floor(cell / (BUCKETS + 1));
    sums.push({
      list: 'simulated',
      item: String(Math.floor(place / depth)),
      position: (place % depth) + 1,
      bucket,
      impressions: seen,
      clicks: clicked[cell] ?? 0,
      clicked: clicked[cell] ?? 0,
      below: below[cell] ?? 0,
      continued: continued[cell] ?? 0,
      contributions: seen, // each visitor is another
    });
  });
  return sums;
}

function add(counts: Int32Array, cell: number, more = 0): void {
  counts[cell] = (counts[cell] ?? 0) + more;
}

/** Shows one list after another: the best of a new pool, as one of the rankers sees them for one visitor. */
function shower({ options, attractions, scores }: World, chance: () => number): () => Shown {
  const { items, pool, theta, personal, bucketed, explored = 0 } = options;
  const normal = randomNormal.source(chance)();
  const all = Int32Array.from({ length: items }, (_, item) => item);
  return () => {
    const ranker = scores[Math.floor(chance() * scores.length)] ?? new Float64Array(items);
    const candidates = Array.from({ length: pool }, (_, i) => {
      const other = i + Math.floor(chance() * (items - i)); // the first `pool` of a shuffle
      const item = all[other] ?? 0;
      all[other] = all[i] ?? 0;
      all[i] = item;
      const taste = personal > 0 ? personal * normal() : 0;
      return { item, taste, score: (ranker[item] ?? 0) + taste };
    });
    candidates.sort((a, b) => b.score - a.score);
    const shown = explored > 0 ? explore(candidates, { share: explored, seed: chance() * 2 ** 32 }) : undefined;
    const best = (shown?.map(([candidate]) => candidate) ?? candidates).slice(0, theta.length);
    return {
      items: best.map(({ item }) => item),
      scores: best.map(({ score, taste }) => (bucketed === 'taste' ? taste : score)),
      attractions: best.map(({ item, taste }) =>
        Math.min(1, (attractions[item] ?? 0) * Math.exp(taste - personal ** 2 / 2)),
      ),
    };
  };
}

function quantileEdges(values: readonly number[]): number[] {
  const sorted = Float64Array.from(values).sort();
  return Array.from({ length: BUCKETS - 1 }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BUCKETS)] ?? 0);
}

/** 1 to `BUCKETS`: by halving. */
function bucketAt(edges: readonly number[], score: number): number {
  let low = 0;
  let high = edges.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((edges[middle] ?? Infinity) <= score) low = middle + 1;
    else high = middle;
  }
  return low + 1;
}
