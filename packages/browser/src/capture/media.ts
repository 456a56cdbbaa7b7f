import { from, mergeMap, Observable } from 'rxjs';
import type { Page } from '../page.js';
import type { Captured } from './captured.js';
import type { Tree } from './tree.js';

/** What plays, or shows something that does. */
const MEDIA = 'video,audio,iframe[src*=youtube],iframe[src*=vimeo]';

/** Tells, once, that there is media: now, or when it comes. */
const media = (tree: Tree): Observable<void> =>
  new Observable((out) =>
    tree.follow({
      selector: MEDIA,
      added() {
        out.next();
        out.complete();
      },
    }),
  );

/** How the page's media are watched. What measures it is loaded when there is media, so a page without pays nothing. */
export const watches = (tree: Tree, root: ParentNode, page: Page): Observable<Captured> =>
  media(tree).pipe(
    mergeMap(() => from(import('./watch/media.js'))),
    mergeMap(({ watchMedia }) => new Observable<Captured>((out) => watchMedia(tree, root, page, out))),
  );
