import type { ItemOverview, ItemPage, Sort } from './overview-document.js';

/** Few enough that a page is read at a glance. */
export const PAGE_ITEMS = 10;

export interface ItemQuery {
  readonly sort: Sort;
  /** Part of an item's id, in any case. */
  readonly search: string;
  /** From 1. Past the last page, the last one is given. */
  readonly page: number;
}

/** One page of the items that match. `items` are best first, those without a quality last. */
export function selectItems(items: readonly ItemOverview[], { sort, search, page }: ItemQuery): ItemPage {
  const wanted = search.toLowerCase();
  const matching = wanted === '' ? items : items.filter(({ item }) => item.toLowerCase().includes(wanted));
  const pages = Math.max(1, Math.ceil(matching.length / PAGE_ITEMS));
  const at = Math.min(Math.max(page, 1), pages);
  const rows = ordered(matching, sort).slice((at - 1) * PAGE_ITEMS, at * PAGE_ITEMS);
  return { page: at, pages, matching: matching.length, rows };
}

function ordered(items: readonly ItemOverview[], sort: Sort): readonly ItemOverview[] {
  switch (sort) {
    case 'best':
      return items;
    case 'worst': {
      const unrated = items.findIndex(({ quality }) => quality === undefined);
      const rated = unrated < 0 ? items.length : unrated;
      return [...items.slice(0, rated).reverse(), ...items.slice(rated)];
    }
  }
}
