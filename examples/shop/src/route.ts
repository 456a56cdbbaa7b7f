import { useSyncExternalStore, type MouseEvent } from 'react';

const MOVED = 'shop:moved';

function subscribe(changed: () => void): () => void {
  addEventListener('popstate', changed);
  addEventListener(MOVED, changed);
  return () => {
    removeEventListener('popstate', changed);
    removeEventListener(MOVED, changed);
  };
}

/** The path of the page that is shown. */
export const usePath = (): string => useSyncExternalStore(subscribe, () => location.pathname);

export function go(path: string): void {
  history.pushState(null, '', path);
  dispatchEvent(new Event(MOVED));
  scrollTo(0, 0);
}

/** What makes an `<a>` show a page of the shop without loading the shop again. */
export const to = (path: string): { href: string; onClick: (event: MouseEvent) => void } => ({
  href: path,
  onClick(event) {
    if (event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return; // a tab or a window of its own
    event.preventDefault();
    go(path);
  },
});
