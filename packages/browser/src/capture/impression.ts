import { Observable } from 'rxjs';
import { fits } from '../markup.js';
import type { Page } from '../page.js';
import type { Exposures } from './exposure.js';
import type { Reject } from './reject.js';
import type { View, Viewing } from './view.js';
import type { Viewable } from './viewable.js';

/** Items as they have been seen: in view for a second without a break, in a visible page that has the focus. */
export const impressions = (
  { inView, entered, left }: View,
  page: Page,
  exposures: Exposures,
  { ms, videoMs }: Viewable,
  reject: Reject,
): Observable<Viewing> =>
  new Observable((out) => {
    const seen = new WeakSet<Viewing>();
    /** Since when the page is visible and has the focus; Infinity while it is not. */
    let attentiveMs = Infinity;
    let timer: ReturnType<typeof setTimeout> | undefined;

    const needs = ({ element }: Viewing): number =>
      element.querySelector('video') || fits(element, 'video') ? videoMs : ms;
    const settle = (): void => {
      clearTimeout(timer);
      timer = undefined;
      const now = performance.now();
      let next = Infinity;
      for (const viewing of inView) {
        if (seen.has(viewing)) continue;
        const leftMs = Math.max(viewing.sinceMs, attentiveMs) + needs(viewing) - now;
        if (leftMs > 0) next = Math.min(next, leftMs);
        else {
          seen.add(viewing);
          if (exposures.first('impression', viewing.shown)) out.next(viewing);
          else reject('impression', () => [viewing.shown, 'duplicate']);
        }
      }
      if (next < Infinity) timer = setTimeout(settle, next);
    };
    const short = (viewing: Viewing): void => {
      if (seen.has(viewing)) return;
      const forMs = performance.now() - Math.max(viewing.sinceMs, attentiveMs);
      reject('impression', () => [viewing.shown, page.inattention() ?? `${(forMs / 1_000).toFixed(1)} s in view`]);
    };

    const watching = page.attentive.subscribe((attentive) => {
      if (attentive === attentiveMs < Infinity) return;
      if (!attentive) inView.forEach(short);
      attentiveMs = attentive ? performance.now() : Infinity;
      settle();
    });
    watching.add(entered.subscribe(() => timer === undefined && attentiveMs < Infinity && settle()));
    watching.add(left.subscribe(short));
    return () => {
      watching.unsubscribe();
      clearTimeout(timer);
    };
  });
