import { tried } from '../page.js';
import { work } from './transact.js';

/**
 * WebKit keeps a page's transactions open while the page is in its back/forward cache, and nobody else gets at the journal
 * until it is thrown out of there. So whatever is under way when a page goes there, or begins then, is aborted: all that must not be
 * lost is committed at once, and the rest is done by the next page. Other engines bring transactions to an end first.
 */
export function giveUpWhenLeft(signal: AbortSignal): void {
  if (navigator.vendor !== 'Apple Computer, Inc.') return;
  const options = { signal, capture: true }; // before anybody else hears of it
  addEventListener(
    'pagehide',
    ({ persisted }) => {
      work.isOver = persisted;
      if (persisted) for (const transaction of work.underWay) tried(() => transaction.abort());
    },
    options,
  );
  addEventListener('pageshow', () => void (work.isOver = false), options);
}
