import { defer, mergeMap, Observable } from 'rxjs';
import { ITEM, LIST } from '../markup.js';
import { parsed } from '../page.js';

/** What a page may describe itself with instead of mark-up. */
const DESCRIBED = '[type*="ld+json"],[itemtype],[property="og:type"]:not([content=website])';

/** Marks up pages that have no mark-up but describe themselves. What does it is loaded only then. */
export const unmarked = (root: ParentNode & Node): Observable<never> =>
  defer(parsed).pipe(
    mergeMap(() =>
      root.querySelector(`${ITEM},${LIST}`) || !document.querySelector(DESCRIBED)
        ? []
        : import('./structured/structured.js'),
    ),
    mergeMap(({ annotate }) => new Observable<never>((out) => annotate(root, (error) => out.error(error)))),
  );
