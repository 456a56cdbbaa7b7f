import { filter, fromEvent, map, merge, type Observable } from 'rxjs';
import { closestOnPath, ITEM } from '../markup.js';
import { CONTROL } from './explicit.js';

/** What inside an item is for something else than opening it: feedback buttons, form fields, toggles. */
const ELSEWHERE = `${CONTROL},summary,label,input,select,textarea,[aria-pressed],[aria-expanded]`;

/** Items as they are opened, with any button or key; the browser makes clicks of keys. */
export const clicks = (root: Node): Observable<Element> => {
  const on = (type: string): Observable<MouseEvent> =>
    fromEvent<MouseEvent>(root, type, { capture: true, passive: true }); // captured: the page may stop it from bubbling
  return merge(on('click'), on('auxclick').pipe(filter(({ button }) => button === 1))).pipe(
    map((event) => closestOnPath(event, `${ITEM},${ELSEWHERE}`)),
    filter((element): element is Element => element?.matches(ITEM) === true),
  );
};
