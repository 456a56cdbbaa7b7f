import type { Page } from '../../page.js';
import { followElement } from './element.js';
import { findPlayers, type Finder } from './find.js';
import type { Follower, Guard, Surroundings } from './follow.js';
import { followFrame } from './frame.js';
import { itemPlayed } from './item.js';
import type { Told } from './play.js';
import type { Protocol } from './protocol.js';
import { vimeo } from './vimeo.js';
import { youtube } from './youtube.js';

/** Steps of the visible share that the browser tells of; the small ones are for players taller than the viewport. */
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

/** How much of a player must be in view (MRC Viewable Ad Impression Guidelines 2014, for video). */
const SHARE = 0.5;

/** Who hears of plays, and of the failure that ended them. */
export interface Listener {
  next(told: Told): void;
  error(error: unknown): void;
}

/** Tells how the media under a root are watched, as it goes on. Returns how to stop, which tells nothing more. */
export function watchMedia(
  root: ParentNode & Node,
  { hidden, shown, left }: Pick<Page, 'hidden' | 'shown' | 'left'>,
  out: Listener,
  protocols: readonly Protocol[] = [youtube, vimeo],
): () => void {
  const followers = new Map<Element, Follower>();
  const inView = new WeakSet<Element>();
  const ends: (() => void)[] = [];
  let isShown = document.visibilityState === 'visible';

  const stop = (): void => {
    ends.forEach((end) => end());
    followers.forEach((follower) => follower.end());
    followers.clear();
  };
  const guard: Guard =
    (listener) =>
    (...args) => {
      try {
        listener(...args);
      } catch (error) {
        stop();
        out.error(error);
      }
    };
  const around: Surroundings = {
    itemOf: (element) => itemPlayed(element, root),
    isVisible: (element) => isShown && inView.has(element),
    tell: (told) => out.next(told),
  };
  const all = (act: (follower: Follower) => void): (() => void) => guard(() => followers.forEach(act));
  const look = all((follower) => follower.look());

  const observer = new IntersectionObserver(
    guard((entries: readonly IntersectionObserverEntry[]) => {
      for (const entry of entries) {
        if (isHalfSeen(entry)) inView.add(entry.target);
        else inView.delete(entry.target);
        followers.get(entry.target)?.look();
      }
    }),
    { threshold: STEPS },
  );
  ends.push(() => observer.disconnect());
  const found: Finder = {
    added(element) {
      observer.observe(element);
      if (element instanceof HTMLMediaElement) followers.set(element, followElement(element, around, guard));
      if (element instanceof HTMLIFrameElement) followers.set(element, followFrame(element, protocols, around, guard));
    },
    removed(element) {
      observer.unobserve(element);
      followers.get(element)?.leave();
      followers.get(element)?.end();
      followers.delete(element);
    },
  };
  const see = (isNow: boolean): (() => void) => {
    return () => {
      isShown = isNow;
      look();
    };
  };
  const life = [shown.subscribe(see(true)), hidden.subscribe(see(false)), left.subscribe(all((follower) => follower.leave()))]; // prettier-ignore
  ends.push(() => life.forEach((heard) => heard.unsubscribe()));
  ends.push(findPlayers(root, found, guard));
  return stop;
}

/** Whether half of a player is in view. One taller or wider than the viewport is measured against what can be seen of it at most. */
function isHalfSeen({
  boundingClientRect: box,
  intersectionRect: seen,
  rootBounds,
}: IntersectionObserverEntry): boolean {
  const width = Math.min(box.width, rootBounds?.width ?? Infinity);
  const height = Math.min(box.height, rootBounds?.height ?? Infinity);
  return width * height > 0 && seen.width * seen.height >= SHARE * width * height;
}
