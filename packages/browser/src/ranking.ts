import type { Item } from '@penchant/core';
import type { Tracker } from './api.js';
import type { RankCallOptions } from './options.js';
import { isLookedAt, reorder } from './in-view.js';
import { ITEM, itemOf, LIST, listName, listOf, RANKED } from './markup.js';

export interface RankedOptions extends RankCallOptions {
  /** A new order is taken when this changes, whatever moves. */
  readonly refresh?: unknown;
}

/**
 * The order of one list, for a framework that renders it. A new order is taken only at first, when what was saved is at
 * hand, when `refresh` changes, and when the visitor asks for one (`reordered$`). When items come and go, those that stay keep their order and new ones are ranked
 * behind them. What is learnt meanwhile moves nothing.
 */
export interface Ranking<T extends Item> {
  /** The items as they are to be shown: the same array while nothing changes. Changes nothing by itself. */
  show(items: readonly T[], options?: RankedOptions): readonly T[];
  /** The same in the page's order: what a server rendered, and hydration begins with. */
  showPage(items: readonly T[], options?: RankedOptions): readonly T[];
  /** What `show` or `showPage` gave for these is on the page now. */
  commit(items: readonly T[], options?: RankedOptions): void;
  /**
   * Tells that `show` has another answer: once since what was saved is at hand, where items that the visitor may be
   * looking at keep their places, and then the list's elements get `data-penchant-ranked`; and each time that the visitor
   * asked for another order. Returns how to stop.
   */
  subscribe(changed: () => void): () => void;
}

interface Shown<T> {
  readonly items: readonly T[];
  readonly options: RankedOptions;
  /** All items, in the order that stands; `shown` is as many of them as were asked for. */
  readonly order: readonly T[];
  readonly shown: readonly T[];
  /** Made when what was saved was at hand. */
  readonly isFinal: boolean;
  /** What was committed when it was made. */
  readonly version: number;
}

export function rankingOf<T extends Item>(tracker: Tracker): Ranking<T> {
  let committed: Shown<T> | undefined;
  let version = 0;
  // Frameworks may render what is then never shown: until it is committed, an answer is only remembered.
  const answers = new WeakMap<readonly T[], Shown<T>>();

  const isReady = (): boolean => tracker.status().state === 'ready';
  const answer = (items: readonly T[], options: RankedOptions, order: readonly T[], isFinal: boolean): Shown<T> => {
    const next = order.slice(0, options.limit);
    const shown = committed && same(committed.shown, next) ? committed.shown : next;
    return { items, options, order, shown, isFinal, version };
  };
  const remembered = (items: readonly T[], options: RankedOptions): Shown<T> | undefined =>
    [committed, answers.get(items)].find(
      (known) =>
        known?.items === items && (known === committed || known.version === version) && alike(known.options, options),
    );
  const stand = (known: Shown<T>): void => {
    if (known !== committed) version++;
    committed = known;
  };
  const remember = (known: Shown<T>): readonly T[] => {
    answers.set(known.items, known);
    return known.shown;
  };
  const rank = (items: readonly T[], { list, explore }: RankedOptions): T[] =>
    tracker.rank(items, { ...(list !== undefined && { list }), ...(explore && { explore }) });

  return {
    show(items, options = {}) {
      const known = remembered(items, options);
      if (known) return known.shown;
      const now = new Map(items.map((item) => [item.id, item]));
      const before = committed?.options;
      const goesOn = before?.list === options.list && before?.refresh === options.refresh;
      const kept = goesOn ? (committed?.order ?? []).flatMap(({ id }) => now.get(id) ?? []) : [];
      for (const { id } of kept) now.delete(id);
      const isWhole = kept.length > 0 && now.size === 0;
      const order = isWhole ? kept : [...kept, ...rank(items, options).filter(({ id }) => now.has(id))];
      return remember(answer(items, options, order, committed ? committed.isFinal : isReady()));
    },
    showPage(items, options = {}) {
      return (remembered(items, options) ?? { shown: remember(answer(items, options, [...items], false)) }).shown;
    },
    commit(items, options = {}) {
      const known = remembered(items, options);
      if (known) stand(known);
    },
    subscribe(changed) {
      let revealing: ReturnType<typeof setTimeout> | undefined;
      const arrive = (): void => {
        if (!committed || revealing || !isReady()) return;
        const { items, options, order, isFinal } = committed;
        const seen = isFinal ? undefined : elementsIn(options.list).filter(isLookedAt);
        if (seen) {
          const stay = new Set(seen.map((element) => itemOf(element).id));
          stand(
            answer(
              items,
              options,
              reorder(order, rank(items, options), ({ id }) => stay.has(id)),
              true,
            ),
          );
          changed();
        }
        revealing = setTimeout(() => {
          listening.unsubscribe();
          reveal(options.list, seen); // the framework has put it on the page by now
        });
      };
      const listening = tracker.profile$.subscribe(arrive);
      const asked = tracker.reordered$.subscribe(() => {
        if (!committed) return;
        const { items, options } = committed;
        stand(answer(items, options, rank(items, options), isReady()));
        changed();
        setTimeout(() => reveal(options.list, []));
      });
      return () => {
        listening.unsubscribe();
        asked.unsubscribe();
        clearTimeout(revealing);
      };
    },
  };
}

/** The elements of a list's items; without a name, of all items. */
const elementsIn = (name: string | undefined): Element[] =>
  [...document.querySelectorAll(ITEM)].filter((element) => {
    const list = listOf(element);
    return name === undefined || (list !== null && listName(list) === name);
  });

/**
 * Shows lists of which the page concealed the items until they are in order. Of those that did not stay, capture is to
 * look anew where they are: an element may have remained while others moved around it.
 */
function reveal(name: string | undefined, stayed: readonly Element[] = elementsIn(name)): void {
  for (const element of elementsIn(name))
    if (!stayed.includes(element)) element.setAttribute('data-penchant-item', itemOf(element).id);
  for (const list of document.querySelectorAll(LIST)) if (listName(list) === name) list.setAttribute(RANKED, '');
}

const same = <T>(some: readonly T[], others: readonly T[]): boolean =>
  some.length === others.length && some.every((each, i) => each === others[i]);

const alike = (a: RankedOptions, b: RankedOptions): boolean =>
  a.list === b.list && a.limit === b.limit && a.refresh === b.refresh;
