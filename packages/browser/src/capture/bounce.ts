import type { Dwell } from '@penchant/core';
import { merge, Observable } from 'rxjs';
import type { Page } from '../page.js';

/** Who is back in the list this soon did not find what the click promised. */
export const BOUNCE_MS = 10_000;
/** A click that opens another tab hides the page this soon. */
const OPENS_MS = 2_000;

/** A click on an item, and when it was. */
export interface Opened {
  readonly item: string;
  readonly at: number;
  /** When the page was left by it and had to be loaded again, on the monotonic clock; undefined while it was not left. */
  readonly leftMs?: number;
}

/**
 * Returns to the list within ten seconds of leaving it by a click on an item: back from the back/forward cache, from
 * another tab that the click opened, or from another route of a single-page app.
 */
export const bounces = (
  page: Page,
  routes: Observable<unknown>,
  clicks: Observable<Opened>,
): Observable<Omit<Dwell, 'at'>> =>
  new Observable((out) => {
    let click: (Opened & { readonly address: string; readonly ms: number }) | undefined;
    let leftMs: number | undefined;
    const leave = (): void => void (leftMs ??= performance.now());
    const comeBack = (): void => {
      if (!click || leftMs === undefined) return;
      const attendedMs = Math.round(performance.now() - leftMs);
      const { item, at: opened } = click;
      click = leftMs = undefined;
      if (attendedMs <= BOUNCE_MS) out.next({ kind: 'dwell', item, opened, attendedMs, bounced: true });
    };
    const following = clicks.subscribe((opened) => {
      click = { ...opened, address: document.URL, ms: performance.now() };
      leftMs = opened.leftMs;
      if (leftMs !== undefined) comeBack();
    });
    following.add(page.left.subscribe(leave));
    following.add(page.hidden.subscribe(() => click && performance.now() - click.ms <= OPENS_MS && leave()));
    following.add(routes.subscribe(() => (document.URL === click?.address ? comeBack() : leave())));
    following.add(merge(page.restored, page.shown).subscribe(comeBack));
    return following;
  });
