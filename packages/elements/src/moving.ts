const ITEM = '[data-penchant-item]';
const MOVE_MS = 200;

const moves = new WeakMap<Element, Animation>();

/**
 * Does what puts the page's items in another order, and has each move there from where it was, so that the eye can
 * follow. Who asked for less motion sees the new order at once.
 */
export function moving(reorder: () => void): void {
  if (matchMedia('(prefers-reduced-motion: reduce)').matches) return reorder();
  const from = new Map(topmostItems().map((item) => [item, item.getBoundingClientRect()]));
  reorder();
  requestAnimationFrame(() => {
    // What renders the page has rendered by now, and nothing was painted yet.
    for (const item of from.keys()) moves.get(item)?.cancel();
    const to = new Map([...from.keys()].map((item) => [item, item.getBoundingClientRect()]));
    for (const [item, before] of from) move(item, before, to.get(item) ?? before);
  });
}

function move(item: Element, from: DOMRect, to: DOMRect): void {
  const [x, y] = [from.left - to.left, from.top - to.top];
  const isThere = from.height > 0 && to.height > 0; // an item beyond its list's limit is nowhere
  if (!isThere || (x === 0 && y === 0) || !(isInView(from) || isInView(to))) return;
  // Beside what the page's own style does with the element.
  moves.set(
    item,
    item.animate({ translate: [`${x}px ${y}px`, '0px 0px'] }, { duration: MOVE_MS, easing: 'ease-in-out' }),
  );
}

/** An item within another one moves along with it. */
const topmostItems = (): Element[] =>
  [...document.querySelectorAll(ITEM)].filter((item) => !item.parentElement?.closest(ITEM));

const isInView = ({ top, bottom }: DOMRect): boolean => bottom > 0 && top < innerHeight;
