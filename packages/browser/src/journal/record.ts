import type { Observation } from '@penchant/core';
import type { IDBPObjectStore } from 'idb';
import type { JournalSchema } from './schema.js';

type Signals = Pick<IDBPObjectStore<JournalSchema, 'signals'[], 'signals', 'readwrite'>, 'put' | 'delete'>;

/** Keeps of a record what is left of it. */
export const rewrite = (signals: Signals, key: number, rest: readonly Observation[]): Promise<unknown> =>
  rest.length > 0 ? signals.put(rest, key) : signals.delete(key);
