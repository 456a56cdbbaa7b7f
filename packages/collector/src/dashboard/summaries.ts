import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelDocument } from '@penchant/core/schema';
import { documentOf } from '../publish/published.js';
import type { Publication } from '../publish/publish.js';
import type { EpochCount, Store } from '../store/store.js';
import { summarise, type Summary } from './summary.js';

interface Held extends Summary {
  readonly summedAt: number;
  /** What it was made of: the same state gives the same summary. */
  readonly state: string;
}

export interface SummariesOptions {
  readonly store: Store;
  readonly publications: ReadonlyMap<string, Publication>;
  readonly clock: () => number;
}

/** Summing a large site again takes at most one part in so many of the process's time, however often it is asked. */
const REST = 30;
const LEAST_REST_MS = 2_000;

/** How long who asks waits for a new summary when there is an old one. */
const PATIENCE_MS = 100;

/**
 * The latest summary of each site. It is made when somebody asks and something has changed; while it is made again, or
 * would cost too much, the last one is given. A site that nobody looks at costs nothing.
 */
export class Summaries {
  readonly #options: SummariesOptions;
  readonly #held = new Map<string, Held>();
  readonly #making = new Map<string, Promise<Held>>();
  readonly #restUntil = new Map<string, number>();

  constructor(options: SummariesOptions) {
    this.#options = options;
  }

  /** The one that was made last, however old. */
  last(site: string): Held | undefined {
    return this.#held.get(site);
  }

  /** A summary that is as fresh as its cost allows. Rejects when there is none and the store fails. */
  async of(site: string, epochs: readonly EpochCount[]): Promise<Held> {
    const state = this.#stateOf(site, epochs);
    const held = this.#held.get(site);
    if (held?.state === state) return held;
    const isResting = performance.now() < (this.#restUntil.get(site) ?? 0);
    if (held && isResting) return held;
    const making = this.#making.get(site) ?? this.#make(site, state);
    return held ? Promise.race([making, sleep(PATIENCE_MS, held, { ref: false })]) : making;
  }

  /** Sums only grow with the contributions of their epoch, so these counts and the model say whether any changed. */
  #stateOf(site: string, epochs: readonly EpochCount[]): string {
    const model = this.#options.publications.get(site)?.model.sha256 ?? '';
    return `${model} ${epochs.map(({ epoch, contributions }) => `${epoch}:${contributions}`).join(' ')}`;
  }

  #make(site: string, state: string): Promise<Held> {
    const { store, publications, clock } = this.#options;
    const start = performance.now();
    const making = (async () => {
      const summedAt = clock();
      const sums = await store.sums(site);
      const made = { ...summarise(sums, modelOf(site, publications.get(site))), summedAt, state };
      this.#held.set(site, made);
      return made;
    })().finally(() => {
      this.#making.delete(site);
      const tookMs = performance.now() - start;
      this.#restUntil.set(site, performance.now() + Math.max(LEAST_REST_MS, REST * tookMs));
    });
    making.catch(() => {}); // whoever asked is told; the others have the last one
    this.#making.set(site, making);
    return making;
  }
}

/** The model as it is served. These bytes were checked when they were published. */
const modelOf = (site: string, publication: Publication | undefined): ModelDocument =>
  publication ? documentOf(publication.model) : { version: 1, site, lists: [], items: [] };
