import type { Item, Media } from '@penchant/core';
import { startPlay, type Play, type PlayerState, type Told } from './play.js';

/** What a follower may ask of the page. */
export interface Surroundings {
  itemOf(element: Element): Item | undefined;
  /** Whether somebody may see it: half in view, in a visible page. */
  isVisible(element: Element): boolean;
  tell(told: Told): void;
}

/** Wraps a listener, so that what it throws ends the watching, and never reaches the page. */
export type Guard = <Args extends readonly unknown[]>(listener: (...args: Args) => void) => (...args: Args) => void;

/** Follows one element that plays. */
export interface Follower {
  /** Something around it has changed: the page was hidden, or it came into view. */
  look(): void;
  /** The page is left, and may come back; or the element is: tells what was not told yet. */
  leave(): void;
  /** Lets go of the element. */
  end(): void;
}

/** The plays of one element, one after the other. */
export interface Plays {
  tick(state: PlayerState, isNews: boolean): void;
  leave(): void;
  /** Another media comes: what is told next is another play. */
  next(): void;
}

/** A play begins when its element first plays, or fails; and only where there is an item. */
export function playsOf(element: Element, kindOf: () => Media['kind'], around: Surroundings): Plays {
  let play: Play | undefined;
  return {
    tick(state, isNews) {
      if (!play && isNews && (state.playing || state.failed)) {
        const item = around.itemOf(element);
        play = item && startPlay(kindOf(), item, around.tell);
      }
      play?.tick(state, around.isVisible(element), isNews);
    },
    leave: () => play?.leave(),
    next() {
      play?.leave();
      play = undefined;
    },
  };
}
