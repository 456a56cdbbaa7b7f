import type { Explanation, Tracker } from '@penchant/browser';

/** A page's tracker: from npm, or from the script tag, where explaining takes a moment. */
export type PageTracker = Tracker<Explanation | Promise<Explanation>>;

let current: PageTracker | undefined;
const followers = new Set<() => void>();

/** The tracker that all elements of the page speak of, once there is one. */
export const pageTracker = (): PageTracker | undefined => current;

/** Gives the elements of the page their tracker. */
export function provideTracker(tracker: PageTracker): void {
  current = tracker;
  for (const tell of followers) tell();
}

/** Tells when the page gets its tracker, or another one. Returns how to stop. */
export function followTracker(tell: () => void): () => void {
  followers.add(tell);
  return () => void followers.delete(tell);
}
