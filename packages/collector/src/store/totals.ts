import type { ListSum, ReactionSum, Sums } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import { SumOverflow } from './store.js';

/** Sums in memory that more can be added to. */
export class Totals {
  readonly #lists = new Map<string, ListSum>();
  readonly #reactions = new Map<string, ReactionSum>();

  /**
   * Adds sums in which no cell comes twice: all of them, or it throws and changes nothing.
   * @throws SumOverflow when a sum would no longer be exact.
   */
  add({ lists, reactions }: Sums): void {
    const newLists = lists.map((sum) => {
      const key = listKey(sum);
      return [key, addLists(this.#lists.get(key), sum)] as const;
    });
    const newReactions = reactions.map((sum) => [sum.item, addReactions(this.#reactions.get(sum.item), sum)] as const);
    for (const [key, sum] of newLists) this.#lists.set(key, sum);
    for (const [item, sum] of newReactions) this.#reactions.set(item, sum);
  }

  sums(): Sums {
    return { lists: [...this.#lists.values()], reactions: [...this.#reactions.values()] };
  }
}

/** One contribution, as sums of its own. */
export function sumsOf(contribution: Contribution): Sums {
  switch (contribution.family) {
    case 'list': {
      const { list, cells } = contribution;
      return { lists: cells.map((cell) => ({ list, ...cell, contributions: 1 })), reactions: [] };
    }
    case 'reactions':
      return { lists: [], reactions: contribution.cells.map((cell) => ({ ...cell, contributions: 1 })) };
  }
}

/**
 * The sum itself, if it is exact.
 * @throws SumOverflow otherwise.
 */
export function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SumOverflow(`a sum would be ${sum}, which is beyond exact whole numbers`);
}

/** One string for what a sum is about. The item's length keeps item `a` in list `bc` apart from `ab` in `c`. */
const listKey = ({ list, item, position, bucket }: ListSum): string =>
  `${position} ${bucket} ${item.length} ${item}${list}`;

const addLists = (was: ListSum | undefined, sum: ListSum): ListSum => ({
  ...sum,
  impressions: exact((was?.impressions ?? 0) + sum.impressions),
  clicks: exact((was?.clicks ?? 0) + sum.clicks),
  contributions: exact((was?.contributions ?? 0) + sum.contributions),
});

const addReactions = (was: ReactionSum | undefined, sum: ReactionSum): ReactionSum => ({
  ...sum,
  likes: exact((was?.likes ?? 0) + sum.likes),
  dislikes: exact((was?.dislikes ?? 0) + sum.dislikes),
  contributions: exact((was?.contributions ?? 0) + sum.contributions),
});
