import type { Item } from '@penchant/core';

/** What `data-penchant-…` mark-up says, read in one place. */
export const ITEM = '[data-penchant-item]';
export const LIST = '[data-penchant-list]';
export const RANKED_LIST = '[data-penchant-list][data-penchant-rank]';
/** Nothing in here is captured. */
export const EXCLUDED = '[data-penchant-exclude]';

/** The item that an element's mark-up describes: its id, its tags and its creator. */
export function itemOf(element: Element): Item {
  const tags = element.getAttribute('data-penchant-features')?.split(/\s+/).filter(Boolean) ?? [];
  const creator = element.getAttribute('data-penchant-creator');
  const id = element.getAttribute('data-penchant-item') ?? '';
  return { id, features: tags, ...(creator && { creator }) };
}

/** The nearest of an element and what it stands in that fits, out through open shadow roots. */
export function closest(element: Element | null | undefined, selector: string): Element | null {
  if (!element) return null;
  const root = element.getRootNode();
  return element.closest(selector) ?? closest('host' in root ? (root as ShadowRoot).host : null, selector);
}

/** The list that an item's element stands in, if any. */
export const listOf = (element: Element): Element | null =>
  closest(element.parentNode instanceof ShadowRoot ? element.parentNode.host : element.parentElement, LIST);

export const listName = (list: Element): string => list.getAttribute('data-penchant-list') ?? '';

/** The position that the mark-up says an item has, if it says one: of a list of which only a part is on the page. */
export function saidPosition(element: Element): number | undefined {
  const said = Number(element.getAttribute('data-penchant-position') ?? element.getAttribute('data-position') ?? NaN);
  return Number.isInteger(said) && said > 0 ? said : undefined;
}

/** The items of a list in page order, without those of lists inside it. */
export const itemsIn = (list: Element, found: Iterable<Element> = list.querySelectorAll(ITEM)): Element[] =>
  [...found].filter((element) => listOf(element) === list);

/** The first element on an event's path that fits, through open shadow roots. */
export const closestOnPath = (event: Event, selector: string): Element | undefined =>
  event
    .composedPath()
    .find((target): target is Element => 'matches' in target && (target as Element).matches(selector));
