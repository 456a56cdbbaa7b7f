import { setTimeout as sleep } from 'node:timers/promises';
import type { Contribution } from '@penchant/core';
import { ask, refusalOf } from './ask.js';

export interface DeliverOptions {
  /** The collector's URL. */
  readonly collector: string;
  /** Requests under way at a time: 16. */
  readonly concurrency?: number;
  /** Told, after each answer, how many there were, and how many there will be. */
  readonly onAnswer?: ((answered: number, of: number) => void) | undefined;
  /** How to wait: a timer. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<unknown>;
}

/** What the collector said to everything that was sent. */
export interface Delivered {
  readonly requests: number;
  readonly added: number;
  readonly duplicates: number;
  /** How often it asked for patience. */
  readonly retries: number;
}

const BUSY: ReadonlySet<number> = new Set([429, 503]);
const MAX_TRIES = 10; //         at the 5 s that a failed store asks for, most of a minute
const DEFAULT_WAIT_MS = 1_000; // when it says busy, and not for how long

/**
 * Sends contributions in their order, several at a time, as pages do.
 * @throws Error in one line at the first answer that is neither an acceptance nor a request to wait.
 */
export async function deliver(contributions: readonly Contribution[], options: DeliverOptions): Promise<Delivered> {
  const { collector, concurrency = 16, onAnswer, wait = (ms, signal) => sleep(ms, undefined, { signal }) } = options;
  const stop = new AbortController();
  const told = { added: 0, duplicate: 0 };
  let retries = 0;

  const send = async (contribution: Contribution): Promise<'added' | 'duplicate'> => {
    const body = JSON.stringify(contribution);
    for (let tries = 1; ; tries++) {
      const response = await ask(collector, '/v1/contributions', {
        method: 'POST',
        headers: { 'content-type': 'text/plain' },
        body,
      });
      if (response.status === 202) return statusIn(await response.text());
      if (!BUSY.has(response.status) || tries === MAX_TRIES) throw await refusalOf(response);
      retries++;
      await response.text(); // read to its end, so that the connection can be used again
      await wait(retryAfterMs(response.headers.get('retry-after')), stop.signal);
    }
  };

  const queue = contributions.values(); // shared: each sender takes the next
  const sender = async (): Promise<void> => {
    for (const contribution of queue) {
      if (stop.signal.aborted) return;
      told[await send(contribution)]++;
      onAnswer?.(told.added + told.duplicate, contributions.length);
    }
  };
  try {
    await Promise.all(Array.from({ length: concurrency }, sender));
  } finally {
    stop.abort(); // after one failure the other senders stop too, and none goes on waiting
  }
  return { requests: told.added + told.duplicate, added: told.added, duplicates: told.duplicate, retries };
}

function statusIn(body: string): 'added' | 'duplicate' {
  const status: unknown = body.startsWith('{') ? (JSON.parse(body) as { status?: unknown }).status : undefined;
  if (status === 'added' || status === 'duplicate') return status;
  throw new Error(`[penchant] what answers there is not a collector: it accepted with ${body.slice(0, 100)}`);
}

/** Seconds or a date, as HTTP allows. */
function retryAfterMs(value: string | null): number {
  if (value === null) return DEFAULT_WAIT_MS;
  const ms = /^\d+$/.test(value) ? Number(value) * 1_000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? DEFAULT_WAIT_MS : Math.max(0, ms);
}
