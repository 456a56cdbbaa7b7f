import type { Item } from '@penchant/core';
import { isLookedAt, reorder } from '../in-view.js';
import { ITEM, itemOf, itemsIn, listName, RANKED } from '../markup.js';

/** The page's own order of each list, which equal scores keep. */
const pageOrders = new WeakMap<Element, readonly Element[]>();

/** Ranks items of a list, best first. */
export type Rank = (items: readonly Item[], list: string) => readonly Item[];

/**
 * Puts the items of a `data-penchant-rank` list in the visitor's order, and hides those beyond its limit
 * (`data-penchant-rank="6"`). Items that `stays` says keep their places: those that the visitor may be looking at.
 */
export function arrange(list: Element, rank: Rank, stays: (element: Element) => boolean = isLookedAt): void {
  const now = itemsIn(list, list.querySelectorAll(ITEM)).filter((element) => element.parentElement === list);
  const before = (pageOrders.get(list) ?? []).filter((element) => element.parentElement === list);
  const pageOrder = [...before, ...now.filter((element) => !before.includes(element))];
  pageOrders.set(list, pageOrder);

  const elements = new Map(pageOrder.map((element) => [itemOf(element), element]));
  const ranked = rank([...elements.keys()], listName(list)).flatMap((item) => elements.get(item) ?? []);
  const wanted = reorder(now, ranked, stays);

  if (wanted.some((element, i) => element !== now[i])) {
    const slots = now.map((element) => {
      const slot = document.createComment('');
      element.replaceWith(slot);
      return slot;
    });
    slots.forEach((slot, i) => slot.replaceWith(wanted[i] ?? ''));
  }
  const limit = Number(list.getAttribute('data-penchant-rank')) || Infinity;
  wanted.forEach((element, i) => element.toggleAttribute('hidden', i >= limit));
  list.setAttribute(RANKED, '');
}
