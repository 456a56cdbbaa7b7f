import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { Contribution } from '@penchant/core/schema';
import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { Publication } from './publish/publish.js';
import { COMMITS, type Commit } from './store/group.js';

export interface MetricsOptions {
  readonly clock: () => number;
  readonly publications: ReadonlyMap<string, Publication>;
}

const LATENCY_SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10];
const GROUP_SIZES = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1_024];

/** What the collector counts of itself, for Prometheus. Nothing in it is about a visitor. */
export class Metrics {
  readonly registry = new Registry();
  readonly #registers = { registers: [this.registry] };
  readonly #answered = new Counter({
    name: 'penchant_contributions_total',
    help: 'Contributions by what became of them: added, duplicate, or why they were refused.',
    labelNames: ['site', 'outcome'],
    ...this.#registers,
  });
  readonly #lost = new Counter({
    name: 'penchant_lost_signals_total',
    help: 'Signals that devices say are in no count, by reason: clipped, dropped, refused or invalid.',
    labelNames: ['site', 'reason'],
    ...this.#registers,
  });
  readonly #waiting = new Gauge({
    name: 'penchant_contributions_waiting',
    help: 'Contributions that wait for their commit.',
    ...this.#registers,
  });
  readonly #latency = new Histogram({
    name: 'penchant_commit_seconds',
    help: 'How long the store took to commit a group.',
    buckets: LATENCY_SECONDS,
    ...this.#registers,
  });
  readonly #size = new Histogram({
    name: 'penchant_commit_contributions',
    help: 'How many contributions were committed together.',
    buckets: GROUP_SIZES,
    ...this.#registers,
  });

  constructor({ clock, publications }: MetricsOptions) {
    const secondsSince = (atMs: number): number => Math.max(0, (clock() - atMs) / 1_000);
    const age = new Gauge({
      name: 'penchant_model_age_seconds',
      help: 'How long ago the model of a site was last found to be right.',
      labelNames: ['site'],
      registers: [],
      collect() {
        for (const [site, { publishedAt }] of publications)
          if (publishedAt !== undefined) this.set({ site }, secondsSince(publishedAt));
      },
    });
    const failing = new Gauge({
      name: 'penchant_publication_failing',
      help: '1 when the last publication of a site failed and an older model is served.',
      labelNames: ['site'],
      registers: [],
      collect() {
        for (const [site, { publishedAt = 0, lastFailure }] of publications)
          this.set({ site }, lastFailure && lastFailure.at >= publishedAt ? 1 : 0);
      },
    });
    const leftOut = new Gauge({
      name: 'penchant_model_items_left_out',
      help: 'How many items the model of a site has no room for: those seen least.',
      labelNames: ['site'],
      registers: [],
      collect() {
        for (const [site, { model }] of publications) this.set({ site }, model.itemsLeftOut);
      },
    });
    for (const gauge of [age, failing, leftOut]) this.registry.registerMetric(gauge);
    subscribe(COMMITS, this.#commit);
  }

  /** What was answered to a contribution. Sites that are not ours have no name here: anyone could invent them. */
  answered(site: string, outcome: string): void {
    this.#answered.inc({ site, outcome });
  }

  /** What a contribution that was added tells of lost signals. */
  told(contribution: Contribution): void {
    if (contribution.family !== 'losses') return;
    for (const { reason, signals } of contribution.cells) this.#lost.inc({ site: contribution.site, reason }, signals);
  }

  async waitingFor<T>(work: Promise<T>): Promise<T> {
    this.#waiting.inc();
    try {
      return await work;
    } finally {
      this.#waiting.dec();
    }
  }

  close(): void {
    unsubscribe(COMMITS, this.#commit);
  }

  readonly #commit = (message: unknown): void => {
    const { size, seconds } = message as Commit; // of our own channel
    this.#size.observe(size);
    this.#latency.observe(seconds);
  };
}
