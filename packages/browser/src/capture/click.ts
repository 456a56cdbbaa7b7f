import { filter, map, type Observable } from 'rxjs';
import { closest, closestOnPath, EXCLUDED, ITEM } from '../markup.js';
import { CONTROL } from './explicit.js';

/** What inside an item is for something else than opening it: feedback buttons, form fields, toggles. */
const ELSEWHERE = `${CONTROL},summary,label,input,select,textarea,[aria-pressed],[aria-expanded]`;

/** Items as they are opened, with any button but the one for the context menu, or any key: the browser makes clicks of keys. */
export const openings = (clicks: Observable<Event>): Observable<Element> =>
  clicks.pipe(
    map((event) => closestOnPath(event, `${ITEM},${ELSEWHERE}`)),
    filter((element): element is Element => element?.matches(ITEM) === true && !closest(element, EXCLUDED)),
  );
