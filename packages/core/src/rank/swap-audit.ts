import { AUDITED_RANKS, BUCKETS } from '../limits.js';
import { mulberry32 } from './explore.js';
import type { Placement } from './rank.js';

/** Lists in which chance changes two places, so that the position curve can be checked against an experiment. */
export interface SwapAudit {
  /** Share of lists that are audited, 0 to 1. */
  readonly share: number;
  /** The same seed gives the same draw: a new one for each list. */
  readonly seed: number;
}

/**
 * Draws whether a list is audited, and if so a rank k from 2 on and whether ranks 1 and k change places (Joachims et al.
 * 2017). All of an audited list is counted by rank: at what position a rank stands is then chance alone. Other lists come
 * back as they are.
 */
export function swapAudit<T extends Placement>(placements: readonly T[], { share, seed }: SwapAudit): readonly T[] {
  const chance = mulberry32(seed);
  const ranks = Math.min(AUDITED_RANKS, placements.length);
  if (ranks < 2 || chance() >= share) return placements;
  const counted = placements.map((of, i) => (i < ranks ? { ...of, bucket: BUCKETS + i + 1 } : of));
  const other = 1 + Math.floor(chance() * (ranks - 1));
  const [first, swapped] = [counted[0], counted[other]];
  if (first && swapped && chance() < 0.5) [counted[0], counted[other]] = [swapped, first];
  return counted;
}
