import type { Item, Signal } from '@penchant/core';
import { catchError, defer, EMPTY, from, map, merge, mergeMap, type Observable } from 'rxjs';
import { itemOf } from '../markup.js';
import type { Page } from '../page.js';
import { clicks } from './click.js';
import { reactions } from './explicit.js';
import { exposures, type Shown } from './exposure.js';
import { impressions } from './impression.js';
import { unmarked } from './unmarked.js';

/** A signal from the page, with the item's mark-up where it was at hand. */
export interface Captured {
  readonly signal: Signal;
  readonly item?: Item;
}

export interface CaptureOptions {
  readonly root: ParentNode & Node;
  readonly page: Page;
  /** The score bucket that placed an item in a list. */
  bucketOf(list: string, item: string): number;
  /** Told once for each kind that failed; it stops alone, and the page never notices. */
  onFailure(kind: string, error: unknown): void;
}

/** Everything the page tells, as signals. */
export function capture({ root, page, bucketOf, onFailure }: CaptureOptions): Observable<Captured> {
  const where = exposures(bucketOf);
  const seen = (shown: Shown): Captured => ({ signal: { kind: 'impression', at: Date.now(), ...shown } });

  const opened = (element: Element): Captured[] => {
    const item = itemOf(element);
    const shown = where.of(element);
    if (!shown) return []; // an item outside any list is the page itself: nobody chose it over another here
    const at = Date.now();
    const result: Captured[] = [];
    // What was opened was seen, however short: without it clicks could exceed impressions.
    if (where.first('impression', shown)) result.push({ ...seen(shown), item });
    if (where.first('click', shown)) result.push({ signal: { kind: 'click', at, ...shown }, item });
    return result;
  };

  const alone = (kind: string, signals: () => Observable<Captured>): Observable<Captured> =>
    defer(signals).pipe(
      catchError((error: unknown) => {
        onFailure(kind, error);
        return EMPTY;
      }),
    );
  return merge(
    alone('impression', () => impressions(root, page, where).pipe(map(seen))),
    alone('click', () => clicks(root).pipe(mergeMap((element) => from(opened(element))))),
    alone('mark-up', () => unmarked(root)),
    alone('reaction', () => reactions(root).pipe(map((reaction) => ({ signal: { ...reaction, at: Date.now() } })))),
  );
}
