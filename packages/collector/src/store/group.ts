import { channel } from 'node:diagnostics_channel';
import { setImmediate as endOfTurn, setTimeout as sleep } from 'node:timers/promises';
import { StoreBusy } from './store.js';

/** The diagnostics channel on which every commit is told. */
export const COMMITS = 'penchant:commit';
const commits = channel(COMMITS);

/** One commit, successful or not. */
export interface Commit {
  readonly size: number;
  readonly seconds: number;
}

interface Waiting<Item, Result> {
  readonly item: Item;
  readonly resolve: (result: Result) => void;
  readonly reject: (reason: unknown) => void;
}

export interface GroupOptions {
  /** Most items that may wait; one more is refused. */
  readonly maxWaiting: number;
  /** Most items that are committed together. */
  readonly maxTogether: number;
  /** How long the first waits for others, where a commit costs more than a wait; otherwise only this turn. */
  readonly lingerMs?: number;
}

/**
 * Group commit: what arrives in one turn of the event loop, or while an earlier group is being committed, shares one
 * commit. `commit` settles each item of its group; when it rejects, every item of the group is rejected.
 */
export class Group<Item, Result> {
  readonly #commit: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>;
  readonly #options: GroupOptions;
  #waiting: Waiting<Item, Result>[] = [];
  #running: Promise<void> | undefined;
  #closed = false;

  constructor(
    commit: (items: readonly Item[]) => Promise<readonly PromiseSettledResult<Result>[]>,
    options: GroupOptions,
  ) {
    this.#commit = commit;
    this.#options = options;
  }

  /**
   * Resolves once the item is committed.
   * @throws StoreBusy when too many wait already.
   */
  add(item: Item): Promise<Result> {
    if (this.#closed) return Promise.reject(new Error('[penchant] the store is closed.'));
    if (this.#waiting.length >= this.#options.maxWaiting)
      return Promise.reject(new StoreBusy(`${this.#waiting.length} contributions are waiting already`));
    return new Promise((resolve, reject) => {
      this.#waiting.push({ item, resolve, reject });
      this.#running ??= this.#run();
    });
  }

  /** Refuses further items, and resolves when those already taken are settled. */
  async close(): Promise<void> {
    this.#closed = true;
    await this.#running;
  }

  async #run(): Promise<void> {
    while (this.#waiting.length > 0) {
      await this.#gather();
      const group = this.#waiting.splice(0, this.#options.maxTogether);
      const start = performance.now();
      try {
        const results = await this.#commit(group.map(({ item }) => item));
        group.forEach(({ resolve, reject }, i) => {
          const result = results[i];
          if (result?.status === 'fulfilled') resolve(result.value);
          else reject(result?.reason);
        });
      } catch (error) {
        for (const { reject } of group) reject(error);
      }
      commits.publish({ size: group.length, seconds: (performance.now() - start) / 1_000 } satisfies Commit);
    }
    this.#running = undefined;
  }

  async #gather(): Promise<void> {
    const { lingerMs, maxTogether } = this.#options;
    const isFull = this.#waiting.length >= maxTogether;
    if (lingerMs === undefined || isFull || this.#closed) await endOfTurn();
    else await sleep(lingerMs);
  }
}
