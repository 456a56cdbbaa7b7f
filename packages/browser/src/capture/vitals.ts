import { defer, mergeMap, Observable } from 'rxjs';
import { listNames } from '../markup.js';

/** How the page has served its visitor so far (https://web.dev/articles/vitals): largest contentful paint, interaction to next paint, cumulative layout shift. */
export interface Vitals {
  /** The lists that were on the page then: whether they were passed over, or came too late, or jumped away. */
  readonly lists: readonly string[];
  readonly lcpMs?: number;
  readonly inpMs?: number;
  readonly cls?: number;
}

/** The page's vitals as they change. What measures them is loaded with the first subscription, so a page that never asks pays nothing. */
export const vitals = (root: ParentNode): Observable<Vitals> =>
  defer(() => import('web-vitals')).pipe(
    mergeMap(
      ({ onCLS, onINP, onLCP }) =>
        new Observable<Vitals>((out) => {
          let known: Omit<Vitals, 'lists'> = {};
          const tell =
            (name: keyof typeof known) =>
            ({ value }: { readonly value: number }): void => {
              known = { ...known, [name]: value };
              out.next({ ...known, lists: listNames(root) });
            };
          const all = { reportAllChanges: true };
          onLCP(tell('lcpMs'), all);
          onINP(tell('inpMs'), all);
          onCLS(tell('cls'), all);
        }),
    ),
  );
