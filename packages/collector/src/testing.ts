import { EPOCH_MS } from '@penchant/core';
import type { ListContribution } from '@penchant/core/schema';
import type { LightMyRequestResponse } from 'fastify';
import { createCollector, type Collector, type CollectorOptions } from './server.js';
import { memoryStore } from './store/memory.js';

/** The week in which tests take place. */
export const THIS_WEEK = 2_900;
export const LAST_WEEK: number = THIS_WEEK - 1;

/** A contribution of last week's, which is over: the `id`th, otherwise always the same. */
export const contribution = (id: number, changes: Partial<ListContribution> = {}): ListContribution => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch: LAST_WEEK,
  family: 'list',
  list: 'home',
  cells: [{ item: 'a42', position: 1, bucket: 0, impressions: 3, clicks: 1 }],
  ...changes,
});

/** A collector in memory, in the middle of a week. */
export const testCollector = (options: Partial<CollectorOptions> = {}): Collector =>
  createCollector({
    store: memoryStore(),
    sites: { daily: ['https://daily.example'], weekly: ['https://weekly.example', 'https://m.weekly.example'] },
    clock: () => (THIS_WEEK + 0.5) * EPOCH_MS,
    ...options,
  });

/** Sends something to a collector as a page does. */
export const send = (
  { inject }: Collector,
  payload: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<LightMyRequestResponse> =>
  inject({
    method: 'POST',
    url: '/v1/contributions',
    headers: { 'content-type': 'text/plain;charset=UTF-8', ...headers },
    payload: typeof payload === 'string' ? payload : JSON.stringify(payload),
  });
