import { filter, fromEvent, map, merge, type Observable } from 'rxjs';

/**
 * Told when a single-page app shows another page. Patches nothing: where there is no Navigation API, an address that
 * changed is noticed with the next change of the page (`changed`). An address that is only touched up (a fragment, a
 * `replaceState` to the same path) is no other page.
 */
export function routes(window: Window, changed: Observable<unknown>): Observable<unknown> {
  const { history, location } = window;
  let [before, entries] = [new URL(location.href), history.length];
  const isElsewhere = (replaced: boolean): boolean => {
    const now = new URL(location.href);
    const page = ({ pathname, search, hash }: URL): string =>
      pathname + (replaced ? '' : search) + (/^#[/!]/.test(hash) ? hash : '');
    const elsewhere = page(now) !== page(before);
    [before, entries] = [now, history.length];
    return elsewhere;
  };
  const replaced =
    'navigation' in window // https://html.spec.whatwg.org/#navigation-interface; Safari before 26.2 lacks it
      ? fromEvent<NavigationCurrentEntryChangeEvent>(window.navigation, 'currententrychange').pipe(
          map(({ navigationType }) => navigationType === 'replace'),
        )
      : merge(
          fromEvent(window, 'popstate').pipe(map(() => false)),
          changed.pipe(map(() => history.length === entries)),
        );
  return replaced.pipe(filter(isElsewhere));
}
