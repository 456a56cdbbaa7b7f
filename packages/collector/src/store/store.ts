import type { Sums } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';

/** Epochs (weeks since 1970-01-01) from one to another, both included. What is left out is unbounded. */
export interface EpochRange {
  readonly from?: number;
  readonly to?: number;
}

/** How many contributions of one epoch were added. */
export interface EpochCount {
  readonly epoch: number;
  readonly contributions: number;
}

/** What became of a contribution: it was added, or its id had been seen before. */
export type Added = 'added' | 'duplicate';

/**
 * Where contributions add up: each one once, durably, in whole numbers. Every implementation passes `storeContract`.
 * Any method rejects when the storage fails.
 */
export interface Store {
  /**
   * Adds a contribution, unless one with its site, epoch and id was added before. Resolves only when that would survive
   * a crash; a rejected one left nothing behind, or its outcome is unknown: adding it again is right in both cases.
   * @throws StoreBusy when too many wait already; SumOverflow when a sum would no longer be exact.
   */
  add(contribution: Contribution): Promise<Added>;

  /** A site's sums over some epochs: every one of them, unless a range is given. */
  sums(site: string, epochs?: EpochRange): Promise<Sums>;

  /** The epochs that a site has sums of, oldest first. */
  epochs(site: string): Promise<readonly EpochCount[]>;

  /**
   * Lets go of all that is known of one epoch of a site, ids included: what is sent for it afterwards counts anew, and is
   * the caller's to refuse. May be called again when it was interrupted.
   */
  forget(site: string, epoch: number): Promise<void>;

  /** Keeps a value under a name, unless one is kept there already; gives the one that is kept. */
  keep(name: string, value: string): Promise<string>;

  /** What is kept under a name, if anything is. */
  kept(name: string): Promise<string | undefined>;

  /** Waits for what is being added, then lets go of the storage. */
  close(): Promise<void>;
}

/** The store cannot take more just now; the same call may succeed a moment later. */
export class StoreBusy extends Error {
  override readonly name = 'StoreBusy';
}

/** A sum would be over `Number.MAX_SAFE_INTEGER`, beyond which whole numbers are no longer told apart. */
export class SumOverflow extends Error {
  override readonly name = 'SumOverflow';
}
