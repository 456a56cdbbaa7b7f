import type { Contribution, Lost, Observation, Profile, Signal, Told } from '@penchant/core';

/** Folds signals that were not counted yet into contributions. `told` is what this device remembers of its counting; `lost`, what became known of since. */
export type Fold = (signals: readonly Signal[], told: Told, lost: Lost) => Folded;

export interface Folded {
  readonly contributions: readonly Contribution[];
  readonly told: Told;
  /** Signals that no contribution speaks of, and none will. */
  readonly uncounted: number;
}

/** A profile, in two parts: what was saved, if anything was, and the signals that are not in it yet. */
export interface Saved {
  readonly profile: Profile | undefined;
  readonly since: readonly Observation[];
}

/** How many signals may be in the journal, what they may weigh, and how old they may be. */
export interface Bounds {
  readonly maxSignals: number;
  /** All signals together, as JSON, in bytes. */
  readonly maxBytes: number;
  /** Milliseconds since 1970-01-01. */
  readonly oldestAt: number;
}

/** A contribution that the collector acknowledged, and when. */
export interface Sent {
  readonly at: number;
  readonly contribution: Contribution;
}

/**
 * How much is where. Every signal that was appended since the journal was last cleared is in one of `waiting`, `uncounted`,
 * `counted` or `dropped`, once; but for those that were taken back before they were sealed: excluded, or told again.
 */
export interface Holdings {
  /** Signals that are in no contribution yet: new ones, and acts that may go on. */
  readonly waiting: number;
  /** Signals that no contribution speaks of: no sum has a place for their kind, or a bound kept them back. */
  readonly uncounted: number;
  /** Signals that contributions speak of, by what became of these. */
  readonly counted: { readonly sealed: number; readonly refused: number; readonly acknowledged: number };
  /** Contributions that were not acknowledged yet. */
  readonly sealed: number;
  /** Contributions that the collector refused, with its reason. */
  readonly refused: readonly string[];
  /** Signals that went before they could be counted: there were too many, they weighed too much, or were too old. */
  readonly dropped: number;
}

/**
 * Where signals wait, on the device: a port, whose contract is a test (`contract.ts`). Every method is one transaction;
 * what it did stays done when the browser is killed right after.
 */
export interface Journal {
  readonly kind: 'indexeddb' | 'memory';
  /** Saves signals; one that tells again what another told takes its place. The write starts, and is committed, in the caller's task: no navigation and no killed browser can lose it. */
  append(observations: readonly Observation[]): Promise<void>;
  /** The saved profile, and the signals that are not in it yet. Where it was saved under other half-lives: no profile, and all of them. */
  read(halfLives: readonly number[]): Promise<Saved>;
  /**
   * Moves the signals that are not in the saved profile yet into it, by what `learn` makes of the two, then lets go of
   * the oldest signals past the bounds: the profile keeps what they taught. The bounds are its own, where none are given.
   */
  absorb(halfLives: readonly number[], learn: (saved: Saved) => Profile, bounds?: Bounds): Promise<void>;
  /** Deletes the signals that fit, and what they taught, if they are still at hand. */
  exclude(fits: (observation: Observation) => boolean): Promise<void>;
  /** The newest signals at hand, oldest first. */
  observations(limit: number): Promise<Observation[]>;
  /** Folds what is waiting into contributions, and returns all that are not acknowledged: the same ones, until they are discarded. */
  seal(fold: Fold): Promise<Contribution[]>;
  /** The collector has them: kept only as receipts. */
  discard(acknowledged: readonly Contribution[]): Promise<void>;
  /** What was sent, oldest first, as far back as it is kept. */
  sent(): Promise<readonly Sent[]>;
  /** The collector will never take it: set aside, never sent again. */
  refuse(id: string, reason: string): Promise<void>;
  holdings(): Promise<Holdings>;
  /** One small value kept beside the signals, such as the model. */
  keep(name: string, value: unknown): Promise<void>;
  kept(name: string): Promise<unknown>;
  /** Deletes everything. */
  clear(): Promise<void>;
  close(): void;
}
