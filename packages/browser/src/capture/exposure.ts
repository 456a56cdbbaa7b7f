import type { Exposure } from '@penchant/core';
import { idOf, listName, listOf, saidPosition, type List } from '../markup.js';
import type { Tree } from './tree.js';

/** Which item is shown where. The same object for as long as one exposure lasts. */
export interface Shown extends Exposure {
  readonly item: string;
}

/** Tells where items are shown, and counts each exposure once in a list view. */
export interface Exposures {
  /** Where an item's element is shown; frozen the first time it is asked, until the element moves or a new list view begins. */
  of(element: Element): Shown | undefined;
  /** True the first time that something (`impression`, `click`) happens to an exposure in this list view. */
  first(what: string, shown: Shown): boolean;
  /** Whether that happened. */
  has(what: string, shown: Shown): boolean;
  /** The element came, went or was moved, or stands for another item now. */
  moved(element: Element): void;
  /** A new list view begins: everything shown counts again. */
  newView(): void;
}

/** A list's items and, as far down as anybody asked, the row and the column that each stands in. */
interface Layout {
  readonly items: readonly Element[];
  readonly index: ReadonlyMap<Element, number>;
  readonly cells: (readonly [row: number, column: number])[];
  /** Where the last row that was looked at ends, and the last item, in px from the top of the first one. */
  bottom: number;
  end: number;
  /** Where the first item begins in the viewport, in px: read once for all that comes into view together. */
  top?: number | undefined;
}

/** What happened to an item, and where it stood. */
interface Counted {
  readonly what: string;
  readonly list: string;
  readonly position: number;
}

/** `bucketOf` gives the score bucket that placed an item in a list, 0 for the page's own order. */
export function exposures(tree: Tree, bucketOf: (list: string, item: string) => number): Exposures {
  /** Until an item moves: to read a long list anew for every other change of the page costs it too much. */
  const layouts = new Map<List, Layout>();
  let frozen = new WeakMap<Element, Shown>();
  /** By item, in this list view. Keys of all that tells them apart would be a tenth of what a burst of clicks costs. */
  const counted = new Map<string, Counted[]>();

  const layoutOf = (list: List): Layout => {
    let layout = layouts.get(list);
    if (!layout) {
      const items = tree.itemsIn(list);
      layout = {
        items,
        index: new Map(items.map((item, i) => [item, i])),
        cells: [],
        bottom: -Infinity,
        end: 0,
      };
      layouts.set(list, layout);
    }
    return layout;
  };
  const has: Exposures['has'] = (what, { list, position, item }) =>
    counted.get(item)?.some((each) => each.what === what && each.position === position && each.list === list) === true;

  return {
    of(element) {
      const known = frozen.get(element);
      if (known) return known;
      const list = listOf(element);
      if (!list) return undefined;
      const layout = layoutOf(list);
      const index = layout.index.get(element);
      if (index === undefined) return undefined;
      const item = idOf(element);
      const name = listName(list);
      const [row, column] = cellIn(layout, index);
      const position = saidPosition(element) ?? index + 1;
      const shown = { item, list: name, position, row, column, bucket: bucketOf(name, item) };
      frozen.set(element, shown);
      return shown;
    },
    first(what, shown) {
      if (has(what, shown)) return false;
      const { list, position, item } = shown;
      const before = counted.get(item);
      if (before) before.push({ what, list, position });
      else counted.set(item, [{ what, list, position }]);
      return true;
    },
    has,
    moved(element) {
      frozen.delete(element);
      layouts.clear();
    },
    newView() {
      frozen = new WeakMap();
      counted.clear();
    },
  };
}

/** Items stand in one row as long as the next one begins above the row's end. */
function cellIn(layout: Layout, index: number): readonly [row: number, column: number] {
  const { items, cells } = layout;
  const boxOf = (i: number): { readonly top: number; readonly bottom: number } =>
    items[i]?.getBoundingClientRect() ?? { top: 0, bottom: 0 };
  if (layout.top === undefined) {
    queueMicrotask(() => (layout.top = undefined));
    layout.top = boxOf(0).top;
    const { bottom } = boxOf(cells.length - 1);
    if (Math.abs(bottom - layout.top - layout.end) > 1) {
      cells.length = 0; // something above was folded, or the window got another width
      layout.bottom = -Infinity;
    }
  }
  for (let i = cells.length; i <= index; i++) {
    const { top, bottom } = boxOf(i);
    const [row, column] = cells[i - 1] ?? [0, 0];
    const isNext = top - layout.top >= layout.bottom - 1; // half pixels
    layout.end = bottom - layout.top;
    layout.bottom = isNext ? layout.end : Math.max(layout.bottom, layout.end);
    cells.push(isNext ? [row + 1, 1] : [row, column + 1]);
  }
  return cells[index] ?? [1, 1];
}
