import type { Item } from '@penchant/core';
import { itemOf, itemsIn, listName } from '../markup.js';

/** Says that a list stands in the visitor's order; pages conceal its items until then. */
export const RANKED = 'data-penchant-ranked';

/** The page's own order of each list, which equal scores keep. */
const pageOrders = new WeakMap<Element, readonly Element[]>();

/** Ranks items of a list, best first. */
export type Rank = (items: readonly Item[], list: string) => readonly Item[];

/**
 * Puts the items of a `data-penchant-rank` list in the visitor's order, and hides those beyond its limit
 * (`data-penchant-rank="6"`). Items that the visitor may be looking at stay where they are.
 */
export function arrange(list: Element, rank: Rank): void {
  const now = itemsIn(list).filter((element) => element.parentElement === list);
  const before = (pageOrders.get(list) ?? []).filter((element) => element.parentElement === list);
  const pageOrder = [...before, ...now.filter((element) => !before.includes(element))];
  pageOrders.set(list, pageOrder);

  const elements = new Map(pageOrder.map((element) => [itemOf(element), element]));
  const ranked = rank([...elements.keys()], listName(list)).map((item) => elements.get(item));
  const stay = new Set(now.filter(isLookedAt));
  const moving = ranked.filter((element) => element && !stay.has(element));
  const wanted = now.map((element) => (stay.has(element) ? element : (moving.shift() ?? element)));

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

/** In view and painted: moving it now would move it under the visitor's eyes. */
function isLookedAt(element: Element): boolean {
  if (performance.getEntriesByName('first-contentful-paint').length === 0) return false;
  const { top, bottom, left, right, width } = element.getBoundingClientRect();
  const inView = width > 0 && bottom > 0 && right > 0 && top < innerHeight && left < innerWidth;
  return inView && getComputedStyle(element).visibility !== 'hidden';
}
