import { mark, marksOf, type Item, type Marks, type Place } from '@penchant/browser';
import type { ObjectDirective } from 'vue';

/** What `v-penchant-item` is given: an item, its id, or either with where it is shown. */
export type Tracked = Item | string | (Place & { readonly item: Item | string });

const said = (tracked: Tracked | null | undefined): Marks => {
  if (!tracked) return {};
  return typeof tracked === 'object' && 'item' in tracked ? marksOf(tracked.item, tracked) : marksOf(tracked);
};

/** Marks the element that shows an item: what happens to it counts for the item. In a server's HTML, too. */
export const itemDirective: ObjectDirective<Element, Tracked> = {
  getSSRProps: ({ value }) => ({ ...said(value) }),
  mounted: (element, { value }) => mark(element, said(value)),
  updated: (element, { value, oldValue }) => mark(element, said(value), said(oldValue)),
};
