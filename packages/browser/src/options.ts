import type { Item, Policy, PolicyChanges, RankOptions, Signal } from '@penchant/core';
import type { Viewable } from './capture/viewable.js';

type WithoutTime<T> = T extends unknown ? Omit<T, 'at'> & { readonly at?: number } : never;

/** A signal as a page records it; `at` is now unless it says otherwise. */
export type SignalInput = WithoutTime<Signal>;

/** What leaves the device: nothing, or clipped anonymous counts. */
export type Mode = 'local' | 'counts';

/** `auto` obeys Global Privacy Control and the page's consent platform; `required` waits in memory until `tracker.consent('granted')`; `granted` and `denied` come from the page's own dialogue. */
export type Consent = 'auto' | 'required' | 'granted' | 'denied';

/** How soon a signal is on the disk itself: `relaxed` leaves it to the operating system for a while, `strict` waits for the disk. */
export type Durability = 'relaxed' | 'strict';

export interface TrackerOptions {
  /** The site's name; visitors' profiles of different sites never meet. */
  readonly site: string;
  /** The collector's address. Without one nothing is sent. */
  readonly collector?: string;
  /** `counts` with a collector, else `local`. */
  readonly mode?: Mode;
  /** A whole policy, or changes to the default one. */
  readonly policy?: Policy | PolicyChanges;
  readonly consent?: Consent;
  /** Where to look for items; the whole document by default. */
  readonly root?: ParentNode & Node;
  /** What counts as seen; by default half of an item's pixels for a second (`ms: 1000, share: 0.5`). */
  readonly viewable?: Partial<Viewable>;
  /** What the page knows of an item that is not marked up. */
  readonly features?: (item: string) => Item | undefined;
  /** What a power cut may take: what was recorded lately (`relaxed`, the default), or nothing that was written (`strict`). A killed browser loses neither. */
  readonly durability?: Durability;
  /** Says on the console what was refused, and why. */
  readonly debug?: boolean;
}

export interface RankCallOptions extends RankOptions {
  /** The list that this order is for: what happens in it is counted under the order that placed it. */
  readonly list?: string;
}
