import type { Item } from '@penchant/core';
import { closest, ITEM, itemOf, listOf } from '../../markup.js';

/**
 * What an element plays: the nearest item around it, through open shadow roots; else the page's own, which stands
 * outside any list. An item without an id says that it plays none.
 */
export function itemPlayed(element: Element, root: ParentNode): Item | undefined {
  const around = closest(element, ITEM) ?? [...root.querySelectorAll(ITEM)].find((item) => !listOf(item));
  const item = around && itemOf(around);
  return item?.id ? item : undefined;
}
