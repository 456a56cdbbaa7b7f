import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Encoded } from '../routes/encoded.js';
import type { Made, Source, Task } from './estimate-worker.js';
import type { Published } from './published.js';

/** The built file, also where this one is run from its source: threads read JavaScript only. */
const SCRIPT = createRequire(import.meta.url).resolve('@penchant/collector/estimate-worker');

/** What a thread may use at first, in MiB. One that may have more puts off collecting its garbage, and has it. */
const FIRST_MIB = 48;

/** How much it makes before it looks which of that is garbage already, in MiB: three times what is looked at together. */
const YOUNG_MIB = 6;

export interface EstimateThreadOptions {
  /** The address of a store that another thread can open too. Without one, each task brings its sums. */
  readonly storeAddress?: string;
  /** Most memory that the thread may use, in MiB: with more it ends, and the collector goes on. */
  readonly memoryMib: number;
  /** How long one model may take, in milliseconds: then the thread is ended. */
  readonly timeoutMs: number;
}

/** A thread that makes models. Whatever ends it ends one task: the next finds a new thread. */
export class EstimateThread {
  readonly #options: EstimateThreadOptions;
  #worker: Worker | undefined;
  #memoryMib: number;
  #ended = false;

  constructor(options: EstimateThreadOptions) {
    this.#options = options;
    this.#memoryMib = Math.min(FIRST_MIB, options.memoryMib);
  }

  /** Whether the thread reads sums itself, so that tasks need not bring them. */
  get readsSums(): boolean {
    return this.#options.storeAddress !== undefined;
  }

  /**
   * One task at a time, with as much memory as it turns out to need. Resolves with the model, or `unchanged` when it is the one that is served.
   * @throws Error saying why there is none: what the estimation threw, or what ended the thread.
   */
  async make(task: Task): Promise<Published | 'unchanged'> {
    for (;;)
      try {
        return await this.#make(task);
      } catch (error) {
        const { memoryMib } = this.#options;
        if (!isOutOfMemory(error) || this.#memoryMib >= memoryMib) throw error;
        this.#memoryMib = Math.min(2 * this.#memoryMib, memoryMib);
      }
  }

  async #make(task: Task): Promise<Published | 'unchanged'> {
    if (this.#ended) throw new Error('[penchant] the thread that estimates was ended.');
    const worker = (this.#worker ??= this.#start());
    worker.ref(); // the process waits for the answer
    try {
      const made = await this.#ask(worker, task);
      if (made === 'unchanged') return made;
      if ('model' in made) return received(made.model);
      const { name, code, message } = made;
      throw Object.assign(new Error(message), { name }, code === undefined ? {} : { code });
    } finally {
      worker.unref();
    }
  }

  /** Ends it for good, whatever it is doing. */
  async end(): Promise<void> {
    this.#ended = true;
    await this.#worker?.terminate();
  }

  async #ask(worker: Worker, task: Task): Promise<Made> {
    const { timeoutMs } = this.#options;
    const answered = new AbortController();
    const { signal } = answered;
    const failure = async (): Promise<never> => {
      const [code] = (await once(worker, 'exit', { signal })) as [number]; // an 'error' before it rejects this
      throw new Error(`[penchant] the thread that estimates ended with ${code}.`);
    };
    const lateness = async (): Promise<never> => {
      await sleep(timeoutMs, undefined, { signal });
      this.#worker = undefined;
      void worker.terminate();
      throw Object.assign(new Error(`[penchant] no model within ${timeoutMs} ms.`), { code: 'ETIMEDOUT' });
    };
    try {
      const answer = once(worker, 'message', { signal }) as Promise<[Made]>;
      const all = [answer, failure(), lateness()] as const;
      for (const one of all) one.catch(() => {}); // those that lose the race are aborted
      worker.postMessage(task, []);
      const [made] = await Promise.race(all);
      return made;
    } finally {
      answered.abort();
    }
  }

  #start(): Worker {
    const workerData: Source = { storeAddress: this.#options.storeAddress };
    const resourceLimits = { maxOldGenerationSizeMb: this.#memoryMib, maxYoungGenerationSizeMb: YOUNG_MIB };
    const worker = new Worker(SCRIPT, { workerData, resourceLimits, execArgv: [] });
    const died = (): void => {
      if (this.#worker === worker) this.#worker = undefined;
    };
    return worker.on('error', died).on('exit', died);
  }
}

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';

/** Buffers arrive as plain bytes. */
const received = (model: Published): Published => ({
  ...model,
  index: withBuffers(model.index),
  shards: new Map([...model.shards].map(([name, shard]) => [name, withBuffers(shard)])),
});

function withBuffers({ sha256, forms }: Encoded): Encoded {
  const buffers = (form: Encoded['forms']['br']): Encoded['forms']['br'] => ({
    etag: form.etag,
    bytes: Buffer.from(form.bytes.buffer, form.bytes.byteOffset, form.bytes.byteLength),
  });
  return { sha256, forms: { identity: buffers(forms.identity), gzip: buffers(forms.gzip), br: buffers(forms.br) } };
}
