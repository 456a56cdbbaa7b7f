import type { Item } from '@penchant/core';
import { defer, map, merge, Observable, Subject, Subscription } from 'rxjs';
import { itemOf } from '../markup.js';
import type { SignalInput } from '../options.js';
import type { Page } from '../page.js';
import { attentionTo } from './attention.js';
import { bounces, type Opened } from './bounce.js';
import type { Captured } from './captured.js';
import { clicks } from './click.js';
import { glances, pageDwells } from './dwell.js';
import { reactions } from './explicit.js';
import { exposures, type Shown } from './exposure.js';
import { impressions } from './impression.js';
import { watches } from './media.js';
import type { Reject } from './reject.js';
import { routes } from './route.js';
import { skips } from './skip.js';
import { treeOf } from './tree.js';
import { unmarked } from './unmarked.js';
import { viewOf } from './view.js';
import { VIEWABLE, type Viewable } from './viewable.js';

export interface CaptureOptions {
  readonly root: ParentNode & Node;
  readonly page: Page;
  readonly viewable: Partial<Viewable>;
  /** The score bucket that placed an item in a list. */
  bucketOf(list: string, item: string): number;
  /** The click that led away from this page, if the visitor came back to it and it had to be loaded again. */
  readonly leftBy: Observable<Opened>;
  readonly reject: Reject;
  /** Told once for each kind that failed; it stops alone, and the page never notices. */
  onFailure(kind: string, error: unknown): void;
}

/** What visitors do. Captured: the page may stop it from bubbling. Passive: it delays nothing. */
const DOINGS = ['click', 'auxclick', 'scroll', 'wheel', 'pointerdown', 'pointermove', 'keydown', 'touchmove'];
const LISTEN = { capture: true, passive: true };

/** Everything the page tells, as signals. */
export const capture = (options: CaptureOptions): Observable<Captured> =>
  new Observable((out) => {
    const { root, page, bucketOf, leftBy, reject, onFailure } = options;
    const viewable = { ...VIEWABLE, ...options.viewable };
    const tree = treeOf(root);
    const attention = attentionTo(page);
    const where = exposures(tree, bucketOf);
    const clicked = new Subject<Opened>();

    // What is copied comes first: engines copy an object as a whole, but add a second one to it field by field.
    const seen = (shown: Shown, item: Item): Captured => ({ signal: { ...shown, kind: 'impression' }, item });
    const open = (element: Element): Captured[] => {
      const item = itemOf(element);
      const shown = where.of(element);
      if (!shown) return []; // an item outside any list is the page itself: nobody chose it over another here
      const at = Date.now();
      clicked.next({ item: item.id, at });
      const result: Captured[] = [];
      // What was opened was seen, however short: without it clicks could exceed impressions.
      if (where.first('impression', shown)) result.push(seen(shown, item));
      if (where.first('click', shown)) result.push({ signal: { ...shown, kind: 'click', at }, item });
      else reject('click', () => [shown, 'duplicate']);
      return result;
    };
    const { openings, elsewhere, hear: sort } = clicks(tree, open);

    const changed = new Subject<void>();
    const route = new Subject<unknown>();
    const hear = (event: Event): void => {
      attention.act();
      sort(event);
    };
    const unfollow = tree.follow({
      entered: (document) => DOINGS.forEach((type) => document.addEventListener(type, hear, LISTEN)),
      left: (document) => DOINGS.forEach((type) => document.removeEventListener(type, hear, LISTEN)),
      changed: () => changed.next(),
    });
    const view = viewOf(tree, where, viewable, reject);
    // Before everything that shows something in a view of its own: what was seen so far belongs to the one before.
    const renewing = merge(page.restored, routes(window, changed)).subscribe((event) => {
      route.next(event);
      view.renew();
    });

    const plain = (signal: SignalInput): Captured => ({ signal });

    const kinds: Readonly<Record<string, () => Observable<Captured>>> = {
      impression: () =>
        impressions(view, page, where, viewable, reject).pipe(
          map(({ element, shown }) => seen(shown, itemOf(element))),
        ),
      click: () => openings,
      reaction: () => reactions(elsewhere),
      dwell: () => merge(pageDwells(root, tree, attention, route).pipe(map(plain)), glances(view, attention)),
      watch: () => watches(tree, root, page),
      bounce: () => bounces(page, route, merge(clicked, leftBy)).pipe(map(plain)),
      skip: () => skips(view, page, where),
      'mark-up': () => unmarked(root),
    };
    const telling = new Subscription();
    for (const [kind, signals] of Object.entries(kinds))
      telling.add(
        defer(signals).subscribe({
          next: (captured) => out.next(captured),
          error: (error: unknown) => onFailure(kind, error),
        }),
      );
    return () => {
      telling.unsubscribe();
      renewing.unsubscribe();
      attention.stop();
      view.stop();
      unfollow();
      tree.stop();
    };
  });
