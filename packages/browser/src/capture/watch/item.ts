import type { Item } from '@penchant/core';
import { ITEM, itemOf, listOf } from '../../markup.js';

/**
 * What an element plays: the nearest item around it, through open shadow roots; else the page's own, which stands
 * outside any list. An item without an id says that it plays none.
 */
export function itemPlayed(element: Element, root: ParentNode): Item | undefined {
  const around = nearestItem(element) ?? [...root.querySelectorAll(ITEM)].find((item) => !listOf(item));
  const item = around && itemOf(around);
  return item?.id ? item : undefined;
}

function nearestItem(element: Element): Element | null {
  const nearest = element.closest(ITEM);
  const scope = element.getRootNode();
  return nearest ?? (scope instanceof ShadowRoot ? nearestItem(scope.host) : null);
}
