import { filter, map, type Observable } from 'rxjs';
import type { Page } from '../page.js';
import type { Captured } from './captured.js';
import type { Exposures } from './exposure.js';
import type { View } from './view.js';

/** Who scrolls on sooner than this after an item came into view was not held by it. */
const FAST_MS = 3_000;
/** Share of the viewport from which an item is what one looks at: in a feed of such items, scrolling on is an answer. */
const FILLS = 0.5;

/**
 * Items that were seen and scrolled past fast, without being opened. Only of items that fill half of the viewport's height
 * or width and its larger part: one of twenty cards on a screen is passed over, not skipped.
 */
export const skips = ({ left }: View, page: Page, exposures: Exposures): Observable<Captured> =>
  left.pipe(
    filter(
      ({ element, shown, sinceMs }) =>
        performance.now() - sinceMs < FAST_MS &&
        !page.inattention() &&
        exposures.has('impression', shown) &&
        !exposures.has('click', shown) &&
        fillsView(element) &&
        exposures.first('skip', shown),
    ),
    map(({ shown }) => ({ signal: { kind: 'skip', ...shown } })),
  );

function fillsView(element: Element): boolean {
  const { width, height } = element.getBoundingClientRect();
  return width * height >= FILLS * innerWidth * innerHeight;
}
