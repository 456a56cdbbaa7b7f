import { once } from 'node:events';
import { createRequire } from 'node:module';
import { Worker } from 'node:worker_threads';
import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import type { Place } from './sqlite-open.js';
import type { Outcome, Written } from './sqlite-worker.js';
import { SumOverflow, type Added } from './store.js';

/** The built file, also where this one is run from its source: threads read JavaScript only. */
const SCRIPT = createRequire(import.meta.url).resolve('@penchant/collector/sqlite-worker');

/** What it makes between two collections of garbage, in MiB: three times what is looked at together. Groups are gone soon. */
const YOUNG_MIB = 12;

interface Waiting {
  readonly resolve: (written: Written) => void;
  readonly reject: (why: Error) => void;
}

/** A thread that writes to the file. Should it die, the next group finds a new one. */
export class WriterThread {
  readonly #place: Place;
  #worker: Worker | undefined;
  #waiting: Waiting | undefined;

  constructor(place: Place) {
    this.#place = place;
  }

  /** One group at a time. Rejects when nothing of it could be written, or its outcome is unknown. */
  async write(group: readonly Contribution[]): Promise<readonly PromiseSettledResult<Added>[]> {
    const worker = (this.#worker ??= this.#start());
    const written = await new Promise<Written>((resolve, reject) => {
      this.#waiting = { resolve, reject };
      worker.postMessage(group, []);
    });
    if ('code' in written) throw new Database.SqliteError(written.message, written.code);
    return written.map(settled);
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    const exit = once(worker, 'exit');
    worker.postMessage('close', []);
    await exit;
  }

  #start(): Worker {
    const resourceLimits = { maxYoungGenerationSizeMb: YOUNG_MIB };
    const worker = new Worker(SCRIPT, { workerData: this.#place, execArgv: [], resourceLimits });
    const died = (why: Error): void => {
      if (this.#worker !== worker) return; // it is known already, and another has taken its place
      this.#worker = undefined;
      this.#waiting?.reject(why);
    };
    return worker
      .on('message', (written: Written) => this.#waiting?.resolve(written))
      .on('error', died)
      .on('exit', () => died(new Error('[penchant] the thread that writes to SQLite ended.')));
  }
}

const settled = (outcome: Outcome): PromiseSettledResult<Added> =>
  typeof outcome === 'string'
    ? { status: 'fulfilled', value: outcome }
    : { status: 'rejected', reason: outcome.overflow ? new SumOverflow(outcome.message) : new Error(outcome.message) };
