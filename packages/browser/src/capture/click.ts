import { Subject } from 'rxjs';
import { closest, closestOn, EXCLUDED, fits, ITEM } from '../markup.js';
import type { Captured } from './captured.js';
import { CONTROL } from './explicit.js';
import type { Tree } from './tree.js';

/** What inside an item is for something else than opening it: feedback buttons, form fields, toggles. */
const ELSEWHERE = `${CONTROL},summary,label,input,select,textarea,[aria-pressed],[aria-expanded]`;
const MEANT = `${ITEM},${ELSEWHERE}`;

/** Clicks, each sorted once by what it is meant for: the innermost item, or what in an item is for something else. */
export interface Clicks {
  /** All that it comes to that an item is opened. */
  readonly openings: Subject<Captured>;
  readonly elsewhere: Subject<Event>;
  hear(event: Event): void;
}

/** Items are opened with any button but the one for the context menu, or any key: the browser makes clicks of keys. */
export function clicks(tree: Tree, open: (item: Element) => readonly Captured[]): Clicks {
  const openings = new Subject<Captured>();
  const elsewhere = new Subject<Event>();
  return {
    openings,
    elsewhere,
    hear(event) {
      const isMain = event.type === 'click';
      if (!isMain && !(event.type === 'auxclick' && 'button' in event && event.button === 1)) return;
      try {
        const path = event.composedPath();
        if (path[0] !== event.target) tree.discover(path); // what is in a shadow root seems to come from its host
        const on = closestOn(path, MEANT);
        if (!fits(on, ITEM)) {
          if (isMain) elsewhere.next(event);
        } else if (!closest(on, EXCLUDED)) for (const captured of open(on)) openings.next(captured);
      } catch (error) {
        openings.error(error);
      }
    },
  };
}
