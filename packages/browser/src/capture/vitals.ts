import { defer, mergeMap, Observable } from 'rxjs';

/** How the page has served its visitor so far (https://web.dev/articles/vitals): largest contentful paint, interaction to next paint, cumulative layout shift. */
export interface Vitals {
  readonly lcpMs?: number;
  readonly inpMs?: number;
  readonly cls?: number;
}

/** The page's vitals as they change. What measures them is loaded with the first subscription, so a page that never asks pays nothing. */
export const vitals: Observable<Vitals> = defer(() => import('web-vitals')).pipe(
  mergeMap(
    ({ onCLS, onINP, onLCP }) =>
      new Observable<Vitals>((out) => {
        let known: Vitals = {};
        const tell =
          (name: keyof Vitals) =>
          ({ value }: { readonly value: number }): void =>
            out.next((known = { ...known, [name]: value }));
        const all = { reportAllChanges: true };
        onLCP(tell('lcpMs'), all);
        onINP(tell('inpMs'), all);
        onCLS(tell('cls'), all);
      }),
  ),
);
