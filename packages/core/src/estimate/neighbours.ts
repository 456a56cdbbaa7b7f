import { cellAt } from '../cells.js';
import { MAX_NEIGHBOURS } from '../limits.js';
import type { NeighbourEntry } from '../schema/model.js';
import { invert } from './cholesky.js';

/** On how many devices two items were liked, each pair once, `item` before `other`; or one, where both are the same. */
export interface PairSum {
  readonly item: string;
  readonly other: string;
  readonly devices: number;
}

export interface NeighbourOptions {
  /** Items that EASE is computed for, those on most devices: it takes 8 dense² bytes, and dense³/2 products. */
  readonly dense?: number;
  /** λ of EASE, in devices: what keeps an item on few devices from being explained too well. */
  readonly ridge?: number;
}

const DENSE = 5_000;
const RIDGE = 200;
/** Devices that two items are thought to be liked on apart, beforehand, where cosines stand in for EASE. */
const DOUBT_DEVICES = 20;

/**
 * Items liked by the same visitors, nearest first: EASE (Steck 2019), which needs no history but the sums of pairs,
 *
 *     P = (G + λI)⁻¹,  B_ij = −P_ij / P_jj
 *
 * among the items on most devices; beyond those, and where G cannot be of whole devices, cosines drawn to 0,
 * G_ij / (√(G_ii G_jj) + 20). Only what is near is kept, not what is far.
 */
export function neighbours(
  pairs: readonly PairSum[],
  { dense = DENSE, ridge = RIDGE }: NeighbourOptions = {},
): NeighbourEntry[] {
  const singles = pairs.filter(({ item, other }) => item === other);
  const known = singles.sort((a, b) => b.devices - a.devices || (a.item < b.item ? -1 : 1));
  const indexOf = new Map(known.map(({ item }, i) => [item, i]));
  const size = Math.min(dense, known.length);
  const gram = new Float64Array(size * size);
  known.slice(0, size).forEach(({ devices }, i) => (gram[i * size + i] = devices + ridge));
  const cosines = known.map((): number[] => []); // an item's index, and its cosine, in turn: there are millions
  for (const pair of pairs) {
    const [i = -1, j = -1] = [indexOf.get(pair.item), indexOf.get(pair.other)];
    const [one, other] = [known[i], known[j]];
    if (!one || !other || i === j) continue; // of an item that, by the sums, nobody liked, there is nothing to say
    const both = Math.min(pair.devices, one.devices, other.devices); // liked together is liked alone, too
    if (i < size && j < size) gram[i * size + j] = gram[j * size + i] = both;
    else {
      const cosine = both / (Math.sqrt(one.devices * other.devices) + DOUBT_DEVICES);
      cosines[i]?.push(j, cosine);
      cosines[j]?.push(i, cosine);
    }
  }
  if (!invert(gram, size)) return neighbours(pairs, { dense: 0 });
  return known
    .map(({ item }, i) => {
      const ease = known
        .slice(0, i < size ? size : 0)
        .map((other, j): [string, number] => [other.item, -cellAt(gram, i * size + j) / cellAt(gram, j * size + j)]);
      const far = cosines[i]?.flatMap((j, at, all): [string, number][] =>
        at % 2 === 0 ? [[known[j]?.item ?? '', cellAt(all, at + 1)]] : [],
      );
      return { item, near: nearest([...ease, ...(far ?? [])]) };
    })
    .filter(({ near }) => near.length > 0);
}

/** An item is −1 to itself, by the formula, and so never among its own. */
const nearest = (all: readonly [string, number][]): [string, number][] =>
  all
    .filter(([, value]) => value > 0)
    .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
    .slice(0, MAX_NEIGHBOURS)
    .map(([item, value]) => [item, Math.min(1, value)]);
