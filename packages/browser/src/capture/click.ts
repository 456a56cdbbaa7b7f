import { filter, fromEvent, map, merge, type Observable } from 'rxjs';
import { closestOnPath, ITEM } from '../markup.js';
import { CONTROL } from './explicit.js';

/** Items as they are opened: by any click or key press inside them, the middle button too, but not on a feedback button. */
export const clicks = (root: Node): Observable<Element> => {
  const on = (type: string): Observable<MouseEvent> =>
    fromEvent<MouseEvent>(root, type, { capture: true, passive: true }); // captured: the page may stop it from bubbling
  return merge(on('click'), on('auxclick').pipe(filter(({ button }) => button === 1))).pipe(
    filter((event) => !closestOnPath(event, CONTROL)),
    map((event) => closestOnPath(event, ITEM)),
    filter((element) => element !== undefined),
  );
};
