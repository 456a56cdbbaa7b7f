import { parentPort, workerData } from 'node:worker_threads';
import { refuseModel } from '@penchant/core';
import { estimate, type Sums } from '@penchant/core/estimate';
import type { ModelDocument } from '@penchant/core/schema';
import { openStore } from '../store/open.js';
import type { EpochRange, Store } from '../store/store.js';
import { digestOf, published, type Published } from './published.js';

/** A model to make. */
export interface Task {
  readonly site: string;
  readonly epochs: EpochRange;
  /** A number is released only if at least this many contributions speak of it. */
  readonly minContributions: number;
  /** What the store holds, where this thread cannot open it. */
  readonly sums?: Sums;
  /** `digestOf` the model that is served now. */
  readonly served: string;
}

/** What came of it: a model, the one that is served already, or why there is none. Classes do not cross threads. */
export type Made =
  | { readonly model: Published }
  | 'unchanged'
  | { readonly name: string; readonly code: string | undefined; readonly message: string };

export interface Source {
  /** The store that this thread opens for itself. */
  readonly storeAddress: string | undefined;
}

// The thread that estimates: to read a year of sums, fit curves to them and compress what comes of it keeps no request waiting.
const { storeAddress } = workerData as Source;
let opened: Promise<Store> | undefined;

parentPort?.on('message', (task: Task) => void answer(task));

async function answer(task: Task): Promise<void> {
  const made = await make(task).catch(failed);
  parentPort?.postMessage(made, typeof made === 'object' && 'model' in made ? memoryOf(made.model) : []);
}

async function make(task: Task): Promise<Made> {
  const document = await estimated(task);
  if (refuseModel(document)) throw new Error(`[penchant] the model of ${task.site} is not one that devices accept.`);
  const digest = digestOf(document);
  return digest === task.served ? 'unchanged' : { model: published(document, digest) };
}

/** By itself, so that nothing holds the sums any longer when this is done. */
async function estimated({ site, epochs, minContributions, sums }: Task): Promise<ModelDocument> {
  return estimate(site, sums ?? (await (await storeOf()).sums(site, epochs)), minContributions);
}

/** The memory of a model's bytes, to be handed over. Small buffers share theirs with others, and are copied. */
function memoryOf({ index, shards }: Published): ArrayBuffer[] {
  const buffers = [index, ...shards.values()].flatMap(({ forms }) =>
    Object.values(forms).map(({ bytes }) => bytes.buffer),
  );
  return buffers.filter(
    (memory): memory is ArrayBuffer => memory instanceof ArrayBuffer && memory.byteLength > Buffer.poolSize,
  );
}

/** Opened when it is first needed; when that fails, the next task tries again. */
function storeOf(): Promise<Store> {
  if (storeAddress === undefined) throw new Error('[penchant] there is neither a store nor sums to estimate from.');
  return (opened ??= openStore(storeAddress).catch((error: unknown) => {
    opened = undefined;
    throw error;
  }));
}

function failed(error: unknown): Made {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  return { name, code, message };
}
