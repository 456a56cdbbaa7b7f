import type { Page } from '../../page.js';
import type { Tree } from '../tree.js';
import { sharesOf, VIEWABLE } from '../viewable.js';
import { followElement } from './element.js';
import type { Follower, Guard, Surroundings } from './follow.js';
import { followFrame } from './frame.js';
import { itemPlayed } from './item.js';
import type { Told } from './play.js';
import type { Protocol } from './protocol.js';
import { vimeo } from './vimeo.js';
import { youtube } from './youtube.js';

/** Steps of the visible share that the browser tells of; the small ones are for players taller than the viewport. */
const STEPS = [0, 0.1, 0.2, 0.3, 0.4, 0.5];

/** How much of a player must be in view (MRC Viewable Ad Impression Guidelines 2014, for video): half, of a large one too. */
const HALF = { ...VIEWABLE, largeShare: VIEWABLE.share };

/** Who hears of plays, and of the failure that ended them. */
export interface Listener {
  next(told: Told): void;
  error(error: unknown): void;
}

/** Tells how the media under a root are watched, as it goes on. Returns how to stop, which tells nothing more. */
export function watchMedia(
  tree: Tree,
  root: ParentNode,
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
        const [share, needed] = sharesOf(entry, HALF);
        if (share >= needed) inView.add(entry.target);
        else inView.delete(entry.target);
        followers.get(entry.target)?.look();
      }
    }),
    { threshold: STEPS },
  );
  ends.push(() => observer.disconnect());
  const added = guard((element: Element) => {
    if (followers.has(element)) return;
    observer.observe(element);
    const isFrame = element.localName === 'iframe'; // a frame's elements have classes of their own
    followers.set(
      element,
      isFrame
        ? followFrame(element as HTMLIFrameElement, protocols, around, guard)
        : followElement(element as HTMLMediaElement, around, guard),
    );
  });
  const removed = guard((element: Element) => {
    if (element.isConnected && element.ownerDocument.defaultView) return; // moved
    observer.unobserve(element);
    followers.get(element)?.leave();
    followers.get(element)?.end();
    followers.delete(element);
  });
  const see = (isNow: boolean): (() => void) => {
    return () => {
      isShown = isNow;
      look();
    };
  };
  const life = [shown.subscribe(see(true)), hidden.subscribe(see(false)), left.subscribe(all((follower) => follower.leave()))]; // prettier-ignore
  ends.push(() => life.forEach((heard) => heard.unsubscribe()));
  ends.push(tree.follow({ selector: 'video,audio,iframe', added, removed }));
  return stop;
}
