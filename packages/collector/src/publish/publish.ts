import { epochOf, readModel } from '@penchant/core';
import { estimate } from '@penchant/core/estimate';
import { encode, encodeNow, type Encoded } from '../routes/encoded.js';
import type { Store } from '../store/store.js';

/** What is served of one site, and how that came about. Times are milliseconds since 1970-01-01. */
export interface Publication {
  readonly model: Encoded;
  /** When the model was last found to be right; before the first time, an empty one is served. */
  readonly publishedAt?: number;
  readonly lastFailure?: { readonly at: number; readonly reason: string };
}

export interface PublisherOptions {
  readonly store: Store;
  readonly sites: Iterable<string>;
  readonly clock: () => number;
  /** A number is released only if at least this many contributions speak of it. */
  readonly minContributions: number;
  /** Whether to learn from the current week too, before it is over. */
  readonly openEpochs: boolean;
  readonly onFailure: (site: string, error: unknown) => void;
}

/** Makes models of sums, off the path of any request. A publication that fails leaves the last good model in place. */
export class Publisher {
  readonly #options: PublisherOptions;
  readonly #publications = new Map<string, Publication>();
  #last: Promise<unknown> = Promise.resolve();
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PublisherOptions) {
    this.#options = options;
    for (const site of options.sites) {
      const nothing = estimate(site, { lists: [], reactions: [] }, options.minContributions);
      this.#publications.set(site, { model: encodeNow(Buffer.from(JSON.stringify(nothing))) });
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

  /** Stops the schedule, and resolves when nothing is being published any more. */
  async stop(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    await this.#last;
  }

  async #publishSite(site: string): Promise<boolean> {
    const { clock, onFailure } = this.#options;
    const last = this.#publications.get(site);
    try {
      const bytes = await this.#modelOf(site);
      const model = last && bytes.equals(last.model.forms.identity.bytes) ? last.model : await encode(bytes);
      this.#publications.set(site, { ...last, model, publishedAt: clock() });
      return true;
    } catch (error) {
      onFailure(site, error);
      if (last) this.#publications.set(site, { ...last, lastFailure: { at: clock(), reason: nameOf(error) } });
      return false;
    }
  }

  async #modelOf(site: string): Promise<Buffer> {
    const { store, clock, openEpochs, minContributions } = this.#options;
    const sums = await store.sums(site, openEpochs ? {} : { to: epochOf(clock()) - 1 });
    const text = JSON.stringify(estimate(site, sums, minContributions));
    if (!readModel(JSON.parse(text)))
      throw new Error(`[penchant] the model of ${site} is not one that devices accept.`);
    return Buffer.from(text);
  }
}

/** What kind of failure it was. Its message may hold paths and addresses, and is for the log only. */
export const nameOf = (error: unknown): string => {
  if (!(error instanceof Error)) return 'Error';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
};
