import type { Explanation, Item, ProfileView, Purchase, Signal, Suppressed } from '@penchant/core';
import type { Observable } from 'rxjs';
import type { Audit } from './capture/audit/audit.js';
import type { Holdings } from './journal/journal.js';
import type { Rejected } from './capture/reject.js';
import type { Vitals } from './capture/vitals.js';
import type { Asked } from './explained.js';
import type { Consent, Mode, RankCallOptions, SignalInput } from './options.js';
import type { Egress, Excluded, Exported, Receipt } from './rights/rights.js';

/** What the tracker is doing, and what became of what it was told. */
export interface TrackerStatus {
  /**
   * `loading` until what was saved is at hand, what scores is loaded, and there is somewhere to keep signals: they wait in
   * memory, and `unsaved` says how many.
   */
  readonly state: 'loading' | 'ready' | 'stopped';
  /** `memory` when the browser denies storage: all works, until the page is left. */
  readonly storage: 'indexeddb' | 'memory' | 'none';
  readonly mode: Mode;
  /** What may be done: `waiting` while nobody has said; then signals are in memory alone. */
  readonly consent: 'waiting' | 'denied' | 'device' | 'all';
  /** Whether the visitor lets the page learn of them: see `setProfiling`. */
  readonly profiling: boolean;
  /** Signals that are in memory alone: no consent yet, or no storage. */
  readonly unsaved: number;
  /** Signals learnt since the page began. They are in `unsaved` and `journal`, beside those of other pages and visits. */
  readonly recorded: number;
  /** Signals refused since the page began, by reason. */
  readonly refused: Readonly<Record<string, number>>;
  /** Contributions acknowledged since the page began: by this page. The signals in them: `journal.counted`. */
  readonly acknowledged: number;
  /** What was in the journal after the last `flush`: every signal once. */
  readonly journal: Holdings | undefined;
}

/** What explains an item's score: at once, or once it was loaded. */
export type Explain<Explained> = (asked: Asked) => Explained;

/** Understands what the visitor likes, and ranks by it, on their own device. No method throws. */
export interface Tracker<Explained = Explanation> {
  /** Resolves when what was saved on earlier visits is at hand, and `data-penchant-rank` lists that are on the page are in order. */
  readonly ready: Promise<void>;
  /** The same objects, best first; the page's order when nothing is known, and until `ready`. Synchronous and pure. */
  rank<T extends Item>(items: readonly T[], options?: RankCallOptions): T[];
  /** Why an item has its score. With the script tag it is a promise: what explains is loaded when it is first asked. */
  explain(item: string | Item): Explained;
  record(signal: SignalInput): void;
  like(item: string): void;
  dislike(item: string): void;
  /** "Not interested." */
  hide(item: string): void;
  skip(item: string): void;
  save(item: string): void;
  share(item: string): void;
  cart(item: string): void;
  /** `stars` from 1 to 5. */
  rate(item: string, stars: number): void;
  /** A purchase marked as a gift says nothing of the visitor, and leaves no trace. */
  purchase(item: string, about?: Pick<Purchase, 'gift'>): void;
  /** What was bought came back. */
  returned(item: string): void;
  /** Takes back the last thing that was said of an item on purpose, as if it had never been said. */
  undo(item: string): Promise<void>;
  /**
   * How much the visitor says that they like a feature (`topic:cycling`), −1 (none of it) to 1 (more of it): it stands in
   * the place of what was learnt of it, until it is set to something else, or left out. Lists are put in order anew at
   * once, also what is in view.
   */
  setInterest(feature: string, strength?: number): void;
  /** What is not shown for a while, and until when; what ends first first. */
  suppressions(): Promise<readonly Suppressed[]>;
  /** Lifts what an item (by its id) or a feature is suppressed for. Lists are put in order anew at once. */
  unsuppress(name: string): void;
  /**
   * Off: every list is in the page's order, nothing is captured, learnt or sent, on all pages of the site, until it is on
   * again. What was learnt before is kept: `forget` deletes that, but not this decision.
   */
  setProfiling(on: boolean): void;
  profile(): ProfileView;
  /** The profile as it changes; once more when all that was saved is at hand and `status()` is `ready`. */
  readonly profile$: Observable<ProfileView>;
  readonly signals$: Observable<Signal>;
  /** What did not count, and why. Costs nothing until somebody subscribes. */
  readonly rejected$: Observable<Rejected>;
  /** The visitor asked for another order: by an interest, a suppression that was lifted, or profiling turned off or on. Lists marked up for it are in that order already. */
  readonly reordered$: Observable<void>;
  /** How the page serves its visitor; measured from the first subscription on. */
  readonly vitals$: Observable<Vitals>;
  /** A denial stops everything at once, and deletes what was learnt. */
  consent(consent: Consent): void;
  /** Deletes everything on this device, in every tab, and stops what is being sent. */
  forget(): Promise<void>;
  /** "That wasn't me": an item, one signal, or all of the session that a time lies in. */
  exclude(what: Excluded): Promise<void>;
  /** All that is kept on this device, as plain data. */
  export(): Promise<Exported>;
  /** What was sent, word for word, with what it says. */
  receipt(): Promise<readonly Receipt[]>;
  /** What leaves this device, to where and when; and what is about to, word for word. */
  describeEgress(): Promise<Egress>;
  /** Which items the page shows, and which not, and why; in debug mode the console says so, too. */
  audit(): Promise<Audit>;
  /** Sends what is waiting, now. */
  flush(): Promise<void>;
  status(): TrackerStatus;
  /** Removes every listener, observer and timer. */
  stop(): void;
}
