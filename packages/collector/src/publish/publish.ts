import { epochOf } from '@penchant/core';
import type { ModelDocument } from '@penchant/core/schema';
import type { EpochRange, Store } from '../store/store.js';
import { EstimateThread } from './estimate-thread.js';
import { published, type Published } from './published.js';

/** What is served of one site, and how that came about. Times are milliseconds since 1970-01-01. */
export interface Publication {
  readonly model: Published;
  /** The shards of the model before this one, which who has its index may still ask for. */
  readonly formerShards?: Published['shards'];
  /** When this model took the place of another. */
  readonly changedAt?: number;
  /** When the model was last found to be right; before the first time, an empty one is served. */
  readonly publishedAt?: number;
  readonly lastFailure?: { readonly at: number; readonly reason: string };
}

export interface PublisherOptions {
  readonly store: Store;
  /** The address that the store was opened with, so that a thread can open it too. */
  readonly storeAddress: string | undefined;
  readonly sites: Iterable<string>;
  readonly clock: () => number;
  /** A number is released only if at least this many contributions speak of it. */
  readonly minContributions: number;
  /** Whether to learn from the current week too, before it is over. */
  readonly openEpochs: boolean;
  /** Most memory that making a model may take, in MiB. */
  readonly memoryMib: number;
  /** Most time that making a model may take, in milliseconds: 10 minutes. */
  readonly timeoutMs?: number;
  readonly onFailure: (site: string, error: unknown) => void;
}

const TIMEOUT_MS = 600_000;

/**
 * How long a model in shards stands, in seconds: devices fetch all of it. What names its shards may be cached for as long,
 * and finds them, for those of the model before are served too.
 */
export const SHARDS_STAND_S = 3_600;

/** Whether it is too early to take another model's place; a clock that was set back makes nothing early. */
const stands = ({ model, changedAt = -Infinity }: Publication, now: number): boolean =>
  model.shards.size > 0 && Math.abs(now - changedAt) < SHARDS_STAND_S * 1_000;

/** What no other thread can open. */
const OF_THIS_THREAD = /^(memory:|sqlite:(:memory:)?$)/;

/**
 * Publishes models of sums, made in a thread of their own. A publication that fails, whatever became of the thread, leaves
 * the last good model in place.
 */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #thread: EstimateThread;
  readonly #publications = new Map<string, Publication>();
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  constructor(options: PublisherOptions) {
    const { sites, storeAddress, memoryMib, timeoutMs = TIMEOUT_MS } = options;
    this.#options = options;
    const isShared = storeAddress !== undefined && !OF_THIS_THREAD.test(storeAddress);
    this.#thread = new EstimateThread({ memoryMib, timeoutMs, ...(isShared && { storeAddress }) });
    for (const site of sites) {
      const nothing: ModelDocument = { version: 1, site, lists: [], items: [] };
      this.#publications.set(site, { model: published(nothing) });
    }
  }

  get publications(): ReadonlyMap<string, Publication> {
    return this.#publications;
  }

  /** Publishes every site from what is in the store by now. Never rejects: failures are in `publications`. */
  publish(): Promise<'published' | 'failed'> {
    const now = this.#last.then(async () => {
      const failed = [];
      for (const site of this.#publications.keys()) if (!(await this.#publishSite(site))) failed.push(site);
      return failed.length > 0 ? 'failed' : 'published';
    });
    this.#last = now;
    return now;
  }

  /** Publishes again and again, this many seconds after the last time was done. Keeps no process alive. */
  start(seconds: number): void {
    this.#timer = setTimeout(() => void this.publish().then(() => this.#timer && this.start(seconds)), seconds * 1_000);
    this.#timer.unref();
  }

  /** Stops for good, also in the middle: a model that nobody will serve is not waited for. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#stopped = true;
    await this.#thread.end();
    await this.#last;
  }

  async #publishSite(site: string): Promise<boolean> {
    const { clock, onFailure } = this.#options;
    const last = this.#publications.get(site);
    if (last && stands(last, clock())) return true;
    try {
      const made = await this.#make(site, last?.model.sha256 ?? '');
      const publishedAt = clock();
      if (made !== 'unchanged')
        this.#publications.set(site, {
          ...last,
          model: made,
          ...(last && { formerShards: last.model.shards }),
          publishedAt,
          changedAt: publishedAt,
        });
      else if (last) this.#publications.set(site, { ...last, publishedAt });
      return true;
    } catch (error) {
      if (this.#stopped) return false;
      onFailure(site, error);
      if (last) this.#publications.set(site, { ...last, lastFailure: { at: clock(), reason: nameOf(error) } });
      return false;
    }
  }

  async #make(site: string, served: string): Promise<Published | 'unchanged'> {
    const { store, clock, openEpochs, minContributions } = this.#options;
    const epochs: EpochRange = openEpochs ? {} : { to: epochOf(clock()) - 1 };
    const task = { site, epochs, minContributions, served };
    return this.#thread.make(this.#thread.readsSums ? task : { ...task, sums: await store.sums(site, epochs) });
  }
}

/** What kind of failure it was. Its message may hold paths and addresses, and is for the log only. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
