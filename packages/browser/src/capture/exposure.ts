import type { Exposure } from '@penchant/core';
import { idOf, listName, listOf, saidPosition, type List } from '../markup.js';
import type { Tree } from './tree.js';

/** Which item is shown where. The same object for as long as one exposure lasts. */
export interface Shown extends Exposure {
  readonly item: string;
}

/** Tells where items are shown, and counts each exposure once in a list view. */
export interface Exposures {
  /**
   * Where an item's element is shown; frozen the first time it is asked, until the element moves or a new list view begins.
   * `frame` says where items are just now: to ask the page for each is a fifth of what a burst of clicks costs.
   */
  of(element: Element, frame?: Frame): Shown | undefined;
  /** True the first time that something (`impression`, `click`) happens to an exposure in this list view. */
  first(what: string, shown: Shown): boolean;
  /** Whether that happened. */
  has(what: string, shown: Shown): boolean;
  /** The element came, went or was moved, or stands for another item now. */
  moved(element: Element): void;
  /** A new list view begins: everything shown counts again. */
  newView(): void;
}

/** A list's items and, as far down as is known, the row and the column that each stands in. */
interface Layout {
  readonly items: readonly Element[];
  readonly index: ReadonlyMap<Element, number>;
  readonly cells: (readonly [row: number, column: number])[];
  /** The first and the last of these items that take up any room. */
  first?: Element;
  last?: Element;
  /** Where the last row ends, and the last item, in px from the top of the first one. */
  bottom: number;
  end: number;
  /** The last frame in which that was seen to hold. */
  seenMs?: number | undefined;
}

/** What the browser says of items in one go. */
type Frame = readonly IntersectionObserverEntry[];

/** In px of the viewport. */
interface Box {
  readonly top: number;
  readonly bottom: number;
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

  const layoutOf = (list: List, frame: Frame): Layout => {
    const now = frame[0]?.time;
    let layout = layouts.get(list);
    if (!layout || (layout.seenMs !== now && !stillHolds(layout))) {
      const items = tree.itemsIn(list);
      const index = new Map(items.map((item, i) => [item, i]));
      layout = { items, index, cells: [], bottom: -Infinity, end: 0 };
      const boxes = new Map(
        frame.map(({ target, time, boundingClientRect: box }) => [target, time === now ? box : null]),
      );
      lay(layout, (item) => boxes.get(item), items.length);
      layouts.set(list, layout);
    }
    layout.seenMs = now;
    return layout;
  };
  const has: Exposures['has'] = (what, { list, position, item }) =>
    counted.get(item)?.some((each) => each.what === what && each.position === position && each.list === list) === true;

  return {
    of(element, frame = []) {
      const known = frozen.get(element);
      if (known) return known;
      const list = listOf(element);
      if (!list) return undefined;
      const layout = layoutOf(list, frame);
      const index = layout.index.get(element);
      if (index === undefined) return undefined;
      const item = idOf(element);
      const name = listName(list);
      if (!layout.cells[index]) lay(layout, boxOf, index + 1);
      const [row, column] = layout.cells[index] ?? [1, 1];
      const position = saidPosition(element) ?? index + 1;
      const shown = { item, list: name, position, row, column, bucket: bucketOf(name, item) };
      frozen.set(element, shown);
      return shown;
    },
    first(what, shown) {
      if (has(what, shown)) return false;
      const { list, position, item } = shown;
      const before = counted.get(item) ?? [];
      before.push({ what, list, position });
      counted.set(item, before);
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

const NOWHERE: Box = { top: 0, bottom: 0 };
const boxOf = (item: Element | undefined): Box => item?.getBoundingClientRect() ?? NOWHERE;

/**
 * Finds the cells of the next items, as far as `find` tells where they are. Items stand in one row as long as the next one
 * begins above the row's end; what takes up no room stands in nobody's way.
 */
function lay(layout: Layout, find: (item: Element) => Box | null | undefined, length: number): void {
  const { items, cells } = layout;
  let start = layout.first && find(layout.first)?.top;
  let [row, column] = (start !== undefined && cells.at(-1)) || [0, 0];
  for (const item of items.slice(cells.length, length)) {
    const box = find(item);
    if (!box) return;
    const { top, bottom } = box;
    if (bottom > top) {
      start ??= top;
      const isNext = top - start >= layout.bottom - 1; // half pixels
      [row, column] = isNext ? [row + 1, 1] : [row, column + 1];
      layout.end = bottom - start;
      layout.bottom = isNext ? layout.end : Math.max(layout.bottom, layout.end);
      layout.first ??= item;
      layout.last = item;
    }
    cells.push([row || 1, column || 1]);
  }
}

/** Whether nothing above was folded, and the window has its width. */
const stillHolds = ({ first, last, end }: Layout): boolean =>
  Math.abs(boxOf(last).bottom - boxOf(first).top - end) <= 1;
