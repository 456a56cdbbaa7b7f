import type { Item } from '@penchant/core';

/** What `data-penchant-…` mark-up says, read in one place. */
export const ITEM = '[data-penchant-item]';
export const LIST = '[data-penchant-list]';
export const RANKED_LIST = '[data-penchant-list][data-penchant-rank]';
/** Says that a list stands in the visitor's order; pages conceal its items until then. */
export const RANKED = 'data-penchant-ranked';
/** Nothing in here is captured. */
export const EXCLUDED = '[data-penchant-exclude]';

export const idOf = (element: Element): string => element.getAttribute('data-penchant-item') ?? '';

/** The item that an element's mark-up describes: its id, its tags and its creator. */
export function itemOf(element: Element): Item {
  const tags = element.getAttribute('data-penchant-features')?.match(/\S+/g) ?? [];
  const creator = element.getAttribute('data-penchant-creator');
  return { id: idOf(element), features: tags, ...(creator && { creator }) };
}

/** Whether anything is known of an item but its id. */
export const isDescribed = ({ features = [], creator }: Item): boolean =>
  creator !== undefined || Object.keys(features).length > 0;

/** The nearest of an element and what it stands in that fits, out through open shadow roots. */
export function closest(element: Element | null | undefined, selector: string): Element | null {
  if (!element) return null;
  const found = element.closest(selector);
  if (found) return found;
  const { host } = element.getRootNode() as Partial<ShadowRoot>; // a link that stands nowhere has one as well: of its address
  return closest(isElement(host) ? host : null, selector);
}

/** A list: the element around its items, or the name alone, where they say themselves which list they are in. */
export type List = Element | string;

/** The list that an item is in, if any: the one that it names, else the one that it stands in. */
export const listOf = (element: Element): List | null =>
  element.getAttribute('data-penchant-in') ||
  closest(element.parentNode instanceof ShadowRoot ? element.parentNode.host : element.parentElement, LIST);

export const listName = (list: List): string =>
  typeof list === 'string' ? list : (list.getAttribute('data-penchant-list') ?? '');

/** The names of all lists. */
export const listNames = (root: ParentNode): string[] => [
  ...new Set(
    [...root.querySelectorAll(`${LIST},[data-penchant-in]`)].map(
      (element) => element.getAttribute('data-penchant-in') || listName(element),
    ),
  ),
];

/** The position that the mark-up says an item has, if it says one: of a list of which only a part is on the page. */
export function saidPosition(element: Element): number | undefined {
  const said = Number(element.getAttribute('data-penchant-position') ?? element.getAttribute('data-position') ?? NaN);
  return Number.isInteger(said) && said > 0 ? said : undefined;
}

/** The items of a list in page order, without those of lists inside it. */
export const itemsIn = (list: List, found: Iterable<Element>): Element[] =>
  [...found].filter((element) => listOf(element) === list);

/** Whether it is an element that fits; of any document, and also a form with a field called `matches`, which hides the method. */
export const fits = (node: unknown, selector: string): node is Element =>
  isElement(node) && Element.prototype.matches.call(node, selector);

/** Also of another document, whose classes are not ours. */
export const isElement = (node: unknown): node is Element => (node as Node | null)?.nodeType === 1;

/** The first element on an event's path that fits, through open shadow roots. */
export const closestOn = (path: readonly EventTarget[], selector: string): Element | undefined =>
  path.find((target): target is EventTarget & Element => fits(target, selector));
