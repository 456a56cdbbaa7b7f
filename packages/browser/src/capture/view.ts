import { Subject } from 'rxjs';
import { closest, EXCLUDED } from '../markup.js';
import type { Exposures, Shown } from './exposure.js';
import type { Reject } from './reject.js';
import type { Tree } from './tree.js';
import { sharesOf, type Viewable } from './viewable.js';

/** An item that is in view, from when it came until it goes. */
export interface Viewing {
  readonly element: Element;
  readonly shown: Shown;
  /** When it came into view, on the monotonic clock. */
  readonly sinceMs: number;
}

/** What of the page's items is in view. */
export interface View {
  readonly inView: ReadonlySet<Viewing>;
  readonly entered: Subject<Viewing>;
  readonly left: Subject<Viewing>;
  /** A new list view begins: what is in view comes into view again. */
  renew(): void;
  stop(): void;
}

/** Steps of the visible share that the browser tells of; the small ones are for items taller than the viewport. */
const STEPS = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

/** Follows what is in view with one IntersectionObserver, which scrolls nothing, and is not asked. */
export function viewOf(tree: Tree, exposures: Exposures, viewable: Viewable, reject: Reject): View {
  const viewings = new WeakMap<Element, Viewing>();
  const inView = new Set<Viewing>();
  const entered = new Subject<Viewing>();
  const left = new Subject<Viewing>();
  /** The largest share of an item that was in view, while it was not enough. */
  const most = new WeakMap<Element, number>();

  const gone = (element: Element): void => {
    const viewing = viewings.get(element);
    viewings.delete(element);
    if (viewing && inView.delete(viewing)) left.next(viewing);
  };
  const observer = new IntersectionObserver(
    (entries) => {
      for (const entry of entries) {
        const { target } = entry;
        const [share, needed] = sharesOf(entry, viewable);
        if (share > 0 && share >= needed) {
          most.delete(target);
          if (viewings.has(target)) continue;
          const shown = exposures.of(target, entries);
          if (!shown) continue;
          const viewing = { element: target, shown, sinceMs: performance.now() };
          viewings.set(target, viewing);
          inView.add(viewing);
          entered.next(viewing);
        } else {
          gone(target);
          const before = most.get(target) ?? 0;
          if (share > before) most.set(target, share);
          else if (share === 0 && before > 0 && most.delete(target))
            reject('impression', () => [exposures.of(target), `${Math.floor(before * 100)} % visible`]);
        }
      }
    },
    { threshold: [...STEPS, viewable.share, viewable.largeShare] },
  );
  const unfollow = tree.follow({
    added(element) {
      exposures.moved(element);
      if (!closest(element, EXCLUDED)) observer.observe(element);
      else reject('impression', () => [exposures.of(element), 'excluded']);
    },
    removed(element) {
      observer.unobserve(element);
      gone(element);
      exposures.moved(element);
    },
  });
  return {
    inView,
    entered,
    left,
    renew() {
      exposures.newView();
      for (const { element } of inView) {
        gone(element);
        observer.unobserve(element);
        observer.observe(element);
      }
    },
    stop() {
      unfollow();
      observer.disconnect();
      inView.clear();
    },
  };
}
