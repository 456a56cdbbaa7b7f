import type { Exposure } from '@penchant/core';
import { itemOf, itemsIn, listName, listOf } from '../markup.js';

/** Which item is shown where. */
export interface Shown extends Exposure {
  readonly item: string;
}

/** Tells where items are shown, and counts each exposure once in a list view. */
export interface Exposures {
  /** Where an item's element is shown; frozen the first time it is asked, until the element moves. */
  of(element: Element): Shown | undefined;
  /** True the first time that something (`impression`, `click`) happens to an exposure in this list view. */
  first(what: string, shown: Shown): boolean;
  /** The element was moved, or stands for another item now. */
  moved(element: Element): void;
  /** The list's order changed. */
  reordered(): void;
  /** A new list view begins: everything shown counts again. */
  newView(): void;
}

/** `bucketOf` gives the score bucket that placed an item in a list, 0 for the page's own order. */
export function exposures(bucketOf: (list: string, item: string) => number): Exposures {
  let places = new WeakMap<Element, Map<Element, number>>();
  const frozen = new WeakMap<Element, Shown>();
  const counted = new Set<string>();

  const positionIn = (list: Element, element: Element): number | undefined => {
    let positions = places.get(list);
    if (!positions) places.set(list, (positions = new Map(itemsIn(list).map((item, index) => [item, index + 1]))));
    return positions.get(element);
  };

  return {
    of(element) {
      const known = frozen.get(element);
      if (known) return known;
      const list = listOf(element);
      const position = list && positionIn(list, element);
      if (!list || !position) return undefined;
      const { id: item } = itemOf(element);
      const name = listName(list);
      const shown = { item, list: name, position, bucket: bucketOf(name, item) };
      frozen.set(element, shown);
      return shown;
    },
    first(what, { list, position, item }) {
      const key = JSON.stringify([what, list, position, item]);
      if (counted.has(key)) return false;
      counted.add(key);
      return true;
    },
    moved: (element) => void frozen.delete(element),
    reordered: () => void (places = new WeakMap()),
    newView: () => counted.clear(),
  };
}
