import { Observable } from 'rxjs';
import type { Page } from '../page.js';
import type { Exposures, Shown } from './exposure.js';
import { watchItems } from './items.js';

/** How much of an item must be in view, and how long without a break (MRC Viewable Ad Impression Guidelines 2014). */
const SHARE = 0.5;
const LARGE_SHARE = 0.3;
const LARGE_PX = 242_500;
const SEEN_AFTER_MS = 1_000;

/** Steps of the visible share that the browser tells of; the small ones are for items taller than the viewport. */
const STEPS = [0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5];

/** Whether enough of an item is in view. An item taller or wider than the viewport is measured against what can be seen of it at most. */
export function isViewable({
  boundingClientRect: box,
  intersectionRect: seen,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  const width = Math.min(box.width, rootBounds?.width ?? Infinity);
  const height = Math.min(box.height, rootBounds?.height ?? Infinity);
  const area = width * height;
  return area > 0 && seen.width * seen.height >= area * (area >= LARGE_PX ? LARGE_SHARE : SHARE);
}

/** Items as they have been seen: in view for a second without a break, in a visible page that has the focus. */
export const impressions = (root: ParentNode & Node, page: Page, exposures: Exposures): Observable<Shown> =>
  new Observable((out) => {
    const inView = new Map<Element, number>(); // since when, on the monotonic clock
    let attentive = false;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const settle = (): void => {
      timer = undefined;
      const now = performance.now();
      let next = Infinity;
      for (const [element, since] of inView) {
        const shown = since < Infinity ? exposures.of(element) : undefined;
        if (!shown) continue;
        const left = since + SEEN_AFTER_MS - now;
        if (left > 0) next = Math.min(next, left);
        else {
          inView.set(element, Infinity); // seen: nothing more to wait for in this view
          if (exposures.first('impression', shown)) out.next(shown);
        }
      }
      if (attentive && next < Infinity) timer = setTimeout(settle, next);
    };
    const restart = (): void => {
      clearTimeout(timer);
      const now = performance.now();
      for (const element of inView.keys()) inView.set(element, now);
      if (attentive) settle();
    };

    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) {
          if (!isViewable(entry)) inView.delete(entry.target);
          else if (!inView.has(entry.target)) inView.set(entry.target, performance.now());
        }
        if (attentive && timer === undefined) settle();
      },
      { threshold: STEPS },
    );
    const unwatch = watchItems(root, {
      added: (element) => observer.observe(element),
      removed(element) {
        observer.unobserve(element);
        inView.delete(element);
        exposures.moved(element);
      },
      changed: () => exposures.reordered(),
    });
    const watching = page.attentive.subscribe((now) => {
      if (now === attentive) return;
      attentive = now;
      restart();
    });
    watching.add(
      page.restored.subscribe(() => {
        exposures.newView();
        restart();
      }),
    );
    return () => {
      watching.unsubscribe();
      unwatch();
      observer.disconnect();
      clearTimeout(timer);
      inView.clear();
    };
  });
