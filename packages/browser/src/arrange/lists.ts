import { copyItem, keepNewest, type Item, type Placement, type RankOptions } from '@penchant/core';
import { isDescribed, itemOf, RANKED, RANKED_LIST } from '../markup.js';
import type { RankCallOptions, TrackerOptions } from '../options.js';
import { parsed, tried } from '../page.js';
import { arrange } from './arrange.js';

/** Most items whose features are remembered from `rank` calls. */
const MAX_KNOWN_ITEMS = 5_000;

/** The visitor's order, best first; nothing until there is what scores, and something to score by. */
export type Place = <T extends Item>(items: readonly T[], how: RankOptions) => readonly Placement<T>[] | undefined;

/** The lists of a page, and the items in them. */
export interface Lists {
  /** The same objects, best first. Never throws: what cannot be ranked stays as it is. */
  rank<T extends Item>(items: readonly T[], options?: RankCallOptions): T[];
  /** The score bucket that an item was last placed by in a list; 0 in the page's order. */
  bucketOf(list: string, item: string): number;
  /** What the page says of an item: by its own function, by mark-up unless that was read already, or when it was ranked. */
  item(id: string, isRead?: boolean): Item;
  /** Puts marked lists in order; items that `stays` says keep their places. */
  reorder(stays?: (element: Element) => boolean): void;
  /** The same, as soon as the page's mark-up is all there, which may be at once. Never rejects. */
  arrange(): Promise<void>;
  /** No list is in the visitor's order any more. */
  release(): void;
}

/** While `profiling` is off no item is remembered, and every list stays in the page's order. */
export function lists(
  root: ParentNode,
  features: TrackerOptions['features'],
  profiling: { readonly isOn: boolean },
  place: Place,
  isStopped: () => boolean,
  warn: (...words: unknown[]) => void,
): Lists {
  const buckets = new Map<string, ReadonlyMap<string, number>>();
  const known = new Map<string, Item>();
  const ranked = (): NodeListOf<Element> => root.querySelectorAll(RANKED_LIST);

  const self: Lists = {
    rank(items, given) {
      try {
        const { list, ...how } = given ?? {};
        for (const item of profiling.isOn ? items.slice(0, MAX_KNOWN_ITEMS) : [])
          if (known.get(item.id) !== item) known.set(item.id, item); // mostly they are the same: a reading costs less
        keepNewest(known, MAX_KNOWN_ITEMS);
        const placements = profiling.isOn ? place(items, how) : undefined;
        if (list !== undefined) buckets.set(list, new Map(placements?.map(({ item, bucket }) => [item.id, bucket])));
        return placements?.map(({ item }) => item) ?? items.slice(0, how.limit);
      } catch (error) {
        warn('not ranked:', error);
        return tried(() => [...items]) ?? [];
      }
    },
    bucketOf: (list, item) => buckets.get(list)?.get(item) ?? 0,
    item(id, isRead) {
      try {
        return copyItem(id, features?.(id) ?? (isRead ? undefined : markedUp(root, id)) ?? known.get(id) ?? {});
      } catch (error) {
        warn('no features:', error);
        return { id };
      }
    },
    reorder: (stays) =>
      ranked().forEach((list) => arrange(list, (items, name) => self.rank(items, { list: name }), stays)),
    async arrange() {
      try {
        if (document.readyState === 'loading') await parsed();
        if (!isStopped()) self.reorder();
      } catch (error) {
        warn('not in order:', error);
      }
    },
    release: () => ranked().forEach((list) => list.removeAttribute(RANKED)),
  };
  return self;
}

function markedUp(root: ParentNode, id: string): Item | undefined {
  const element = root.querySelector(`[data-penchant-item="${CSS.escape(id)}"]`);
  const item = element && itemOf(element);
  return item && isDescribed(item) ? item : undefined;
}
