import type { Contribution, Observation, Profile, Signal } from '@penchant/core';

/** Folds signals that were not counted yet into contributions. `spent` is what this device said in each epoch so far. */
export type Fold = (signals: readonly Signal[], spent: ReadonlyMap<number, number>) => Folded;

export interface Folded {
  readonly contributions: readonly Contribution[];
  readonly spent: ReadonlyMap<number, number>;
  /** Counts that a bound kept back. */
  readonly clipped: number;
}

/** How much is where. */
export interface Holdings {
  /** Signals that are in no contribution yet. */
  readonly waiting: number;
  /** Contributions that were not acknowledged yet. */
  readonly sealed: number;
  /** Contributions that the collector refused, with its reason. */
  readonly refused: readonly string[];
}

/**
 * Where signals wait, on the device: a port, whose contract is a test (`contract.ts`). Every method is one transaction;
 * what it did stays done when the browser is killed right after.
 */
export interface Journal {
  readonly kind: 'indexeddb' | 'memory';
  /** Saves signals together with the profile they add up to, so that the two can never disagree. The write starts in the caller's task. */
  append(observations: readonly Observation[], learnt: Profile): Promise<void>;
  /** The profile as saved, by every tab; `undefined` when it was saved under other half-lives and must be rebuilt. */
  profile(halfLives: readonly number[]): Promise<Profile | undefined>;
  /** The newest signals at hand, oldest first. */
  observations(limit: number): Promise<Observation[]>;
  /** Replaces the saved profile by one made anew from the signals, and returns it. */
  rebuild(make: (observations: readonly Observation[]) => Profile): Promise<Profile>;
  /** Folds what is waiting into contributions, and returns all that are not acknowledged: the same ones, until they are discarded. */
  seal(fold: Fold): Promise<Contribution[]>;
  /** The collector has it. */
  discard(id: string): Promise<void>;
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
