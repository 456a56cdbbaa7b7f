import { from, mergeMap, Observable } from 'rxjs';
import type { Page } from '../page.js';
import type { Captured } from './capture.js';

/** What plays, or shows something that does. */
const MEDIA = 'video,audio,iframe[src*=youtube],iframe[src*=vimeo]';

/** A page that changes is looked at this often. */
const LOOK_EVERY_MS = 500;

/** Whether anything plays under a root or in an open shadow root. */
const holdsMedia = (root: ParentNode): boolean =>
  root.querySelector(MEDIA) !== null ||
  [...root.querySelectorAll('*')].some(({ shadowRoot }) => shadowRoot && holdsMedia(shadowRoot));

/** Tells, once, that there is media: now, after a change of the page, after a click, or as it plays. */
const media = (root: ParentNode & Node): Observable<void> =>
  new Observable((out) => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const found = (): void => {
      out.next();
      out.complete();
    };
    const look = (): void => {
      timer = undefined;
      if (holdsMedia(root)) found();
    };
    const soon = (): void => void (timer ??= setTimeout(look, LOOK_EVERY_MS));
    const observer = new MutationObserver(soon);
    observer.observe(root, { childList: true, subtree: true, attributeFilter: ['src'] });
    root.addEventListener('click', soon, true); // a player's parts may be in a shadow root, which tells of no change
    root.addEventListener('play', found, true);
    look();
    return () => {
      observer.disconnect();
      root.removeEventListener('click', soon, true);
      root.removeEventListener('play', found, true);
      clearTimeout(timer);
    };
  });

/** How the page's media are watched. What measures it is loaded when there is media, so a page without pays nothing. */
export const watches = (root: ParentNode & Node, page: Page): Observable<Captured> =>
  media(root).pipe(
    mergeMap(() => from(import('./watch/media.js'))),
    mergeMap(({ watchMedia }) => new Observable<Captured>((out) => watchMedia(root, page, out))),
  );
