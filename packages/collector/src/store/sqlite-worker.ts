import { parentPort, workerData } from 'node:worker_threads';
import type { Contribution } from '@penchant/core/schema';
import { openDatabase, type Place } from './sqlite-open.js';
import { writer } from './sqlite-writer.js';
import { SumOverflow, type Added } from './store.js';

/** What a contribution came to, as it crosses from thread to thread: classes do not, so errors go by what they are. */
export type Outcome = Added | { readonly overflow: boolean; readonly message: string };

/** The answer to a group: what each contribution came to, or why none could be written. */
export type Written = readonly Outcome[] | { readonly code: string; readonly message: string };

// The thread that writes: it waits for the disk and for other processes while the main thread answers requests.
const database = openDatabase(workerData as Place);
const write = writer(database);

parentPort?.on('message', (group: readonly Contribution[] | 'close') => {
  if (group === 'close') {
    database.close();
    parentPort?.close();
  } else parentPort?.postMessage(written(group), []);
});

function written(group: readonly Contribution[]): Written {
  try {
    return write(group).map((result) =>
      result.status === 'fulfilled'
        ? result.value
        : { overflow: result.reason instanceof SumOverflow, message: String(result.reason) },
    );
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : '';
    return { code, message: error instanceof Error ? error.message : String(error) };
  }
}
