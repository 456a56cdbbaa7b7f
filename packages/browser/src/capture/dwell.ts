import type { Dwell } from '@penchant/core';
import { map, merge, Observable } from 'rxjs';
import { idOf, ITEM, itemOf, listOf } from '../markup.js';
import type { Attention } from './attention.js';
import type { Captured } from './captured.js';
import type { Shown } from './exposure.js';
import type { Tree } from './tree.js';
import type { View, Viewing } from './view.js';

/** What is told of a look at an item in a list: less was no look. */
const GLANCE_MS = 1_000;

/**
 * How long the page's own item (one outside any list) was attended to, and how far down it was read: told again as it
 * goes on. Each of `routes` begins anew.
 */
export const pageDwells = (
  root: ParentNode,
  tree: Tree,
  attention: Attention,
  routes: Observable<unknown>,
): Observable<Omit<Dwell, 'at'>> =>
  new Observable((out) => {
    let page: Element | undefined | null = null; // null: not looked for yet
    let [item, opened, sinceMs, told, depth] = ['', 0, 0, 0, 0];
    const begin = (): void => {
      [item, opened, sinceMs, told, depth] = ['', Date.now(), attention.attendedMs(), 0, 0];
      page = null;
    };
    const tell = (): void => {
      if (page === null) page = [...root.querySelectorAll(ITEM)].find((element) => !listOf(element));
      if (!page) return;
      const now = idOf(page);
      if (item && item !== now) begin();
      item = now;
      const attendedMs = Math.round(attention.attendedMs() - sinceMs);
      depth = Math.max(depth, depthOf(page));
      if (attendedMs > told) out.next({ kind: 'dwell', item, opened, attendedMs, depth });
      told = attendedMs;
    };
    begin();
    const following = merge(
      attention.told.pipe(map(tell)),
      routes.pipe(
        map(() => {
          tell();
          begin();
        }),
      ),
    ).subscribe();
    following.add(tree.follow({ changed: () => (page = null) }));
    return following;
  });

/** The share of an item's text above the lower edge of the viewport. */
function depthOf(element: Element): number {
  const body = element.querySelector('[itemprop=articleBody]') ?? element;
  const { top, height } = body.getBoundingClientRect();
  return height > 0 ? Math.min(1, Math.max(0, (innerHeight - top) / height)) : 0;
}

/** A look at an item in a list, so far. */
interface Glance {
  readonly opened: number;
  attendedMs: number;
  told: number;
  /** The page's attended time when it was last counted. */
  sinceMs: number;
}

/** How long items in lists were attended to while they were in view. */
export const glances = ({ inView, entered, left }: View, attention: Attention): Observable<Captured> =>
  new Observable((out) => {
    const glanceAt = new WeakMap<Shown, Glance>();
    const begin = ({ shown }: Viewing): void => {
      const before = glanceAt.get(shown) ?? { opened: Date.now(), attendedMs: 0, told: 0 };
      glanceAt.set(shown, { ...before, sinceMs: attention.attendedMs() });
    };
    const tell = ({ element, shown }: Viewing): void => {
      const glance = glanceAt.get(shown);
      if (!glance) return;
      const nowMs = attention.attendedMs();
      glance.attendedMs += nowMs - glance.sinceMs;
      glance.sinceMs = nowMs;
      const attendedMs = Math.round(glance.attendedMs);
      if (attendedMs < GLANCE_MS || attendedMs <= glance.told) return;
      glance.told = attendedMs;
      out.next({ signal: { kind: 'dwell', ...shown, opened: glance.opened, attendedMs }, item: itemOf(element) });
    };
    inView.forEach(begin);
    const following = entered.subscribe(begin);
    following.add(left.subscribe(tell));
    following.add(attention.told.subscribe(() => inView.forEach(tell)));
    return following;
  });
