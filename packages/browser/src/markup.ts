import type { Item } from '@penchant/core';

/** What `data-penchant-…` mark-up says, read in one place. */
export const ITEM = '[data-penchant-item]';
export const LIST = '[data-penchant-list]';
export const RANKED_LIST = '[data-penchant-list][data-penchant-rank]';

/** The item that an element's mark-up describes: its id, its tags and its creator. */
export function itemOf(element: Element): Item {
  const tags = element.getAttribute('data-penchant-features')?.split(/\s+/).filter(Boolean) ?? [];
  const creator = element.getAttribute('data-penchant-creator');
  const id = element.getAttribute('data-penchant-item') ?? '';
  return { id, features: tags, ...(creator && { creator }) };
}

/** The list that an item's element stands in, if any. */
export const listOf = (element: Element): Element | null => element.parentElement?.closest(LIST) ?? null;

export const listName = (list: Element): string => list.getAttribute('data-penchant-list') ?? '';

/** The items of a list in page order, without those of lists inside it. */
export const itemsIn = (list: Element): Element[] =>
  [...list.querySelectorAll(ITEM)].filter((element) => listOf(element) === list);

/** The first element on an event's path that fits, through open shadow roots. */
export function closestOnPath(event: Event, selector: string): Element | undefined {
  for (const target of event.composedPath()) if (target instanceof Element && target.matches(selector)) return target;
  return undefined;
}
