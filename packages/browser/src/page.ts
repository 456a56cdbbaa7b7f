import { filter, fromEvent, map, merge, type Observable } from 'rxjs';

/** The life of the page, as streams: defined once, for every room. */
export interface Page {
  /** The page is visible and has the focus: what is in view can be seen. Starts with how it is now, and may repeat itself. */
  readonly attentive: Observable<boolean>;
  /** Why it is not, if it is not. */
  inattention(): 'prerendering' | 'hidden' | 'not focused' | undefined;
  /** The page went out of sight: the last moment that every browser delivers what is sent. */
  readonly hidden: Observable<unknown>;
  /** The page came into sight again, or back from the back/forward cache. */
  readonly shown: Observable<unknown>;
  /** The page is left; it may be kept in the back/forward cache. */
  readonly left: Observable<unknown>;
  /** It is hidden or left: nothing of it may run after this. */
  readonly leaving: Observable<unknown>;
  /** The page came back from the back/forward cache: a new view of its lists. */
  readonly restored: Observable<unknown>;
  readonly online: Observable<unknown>;
}

export function pageOf(window: Window): Page {
  const { document } = window;
  // `visibilitychange` belongs to the document, `pagehide` and `pageshow` to the window: elsewhere they never fire.
  const visibility = fromEvent(document, 'visibilitychange');
  const restored = fromEvent<PageTransitionEvent>(window, 'pageshow').pipe(filter((event) => event.persisted));
  const activated = fromEvent(document, 'prerenderingchange');
  const visible = (): boolean => document.visibilityState === 'visible';
  const inattention: Page['inattention'] = () =>
    'prerendering' in document && document.prerendering
      ? 'prerendering'
      : !visible()
        ? 'hidden'
        : document.hasFocus()
          ? undefined
          : 'not focused';
  const hidden = visibility.pipe(filter(() => !visible()));
  const left = fromEvent(window, 'pagehide');
  return {
    attentive: merge([0], visibility, activated, fromEvent(window, 'focus'), fromEvent(window, 'blur'), restored).pipe(
      map(() => !inattention()),
    ),
    inattention,
    hidden,
    shown: merge(visibility.pipe(filter(visible)), restored),
    left,
    leaving: merge(hidden, left),
    restored,
    online: fromEvent(window, 'online'),
  };
}

/** Resolves when the page's mark-up is all there. */
export const parsed = (): Promise<unknown> =>
  document.readyState === 'loading'
    ? new Promise((resolve) => document.addEventListener('DOMContentLoaded', resolve, { once: true }))
    : Promise.resolve();

/** What an act gives that the browser may deny: nothing, then. */
export function tried<T>(act: () => T): T | undefined {
  try {
    return act();
  } catch {
    return undefined;
  }
}
