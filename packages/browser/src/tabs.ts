import type { Subscription } from 'rxjs';
import { tried, type Page } from './page.js';

/** What tabs of one site tell each other. */
export type News = 'learnt' | 'opening' | 'forgotten' | 'profiling';

export interface Tabs {
  tell(what: News): void;
  readonly listening: Subscription;
}

/** How often, at most, one tab tells that it learnt something. */
const EVERY_MS = 1_000;

/**
 * Talks to the site's other tabs. A page in the back/forward cache must not hold a channel: it is closed and opened again.
 * A page that `holdsUp` others keeps its own, for the message that another page needs what it holds ends it there.
 */
export function tabs(name: string, page: Page, holdsUp: () => boolean, heard: (what: News) => void): Tabs {
  let channel: BroadcastChannel | undefined;
  let told = 0;
  const close = (): void => channel?.close();
  const open = (): void => {
    close();
    channel = tried(() => new BroadcastChannel(name)); // it may be denied as storage is
    channel?.addEventListener('message', ({ data }: MessageEvent<News>) => heard(data));
  };
  open();
  const listening = page.left.subscribe(() => holdsUp() || close());
  listening.add(page.restored.subscribe(open));
  listening.add(close); // and for good, when the tracker stops
  return {
    listening,
    tell(what) {
      if (what === 'learnt' && Date.now() - told < EVERY_MS) return;
      told = Date.now();
      tried(() => channel?.postMessage(what)); // closed, where the page is being left
    },
  };
}
