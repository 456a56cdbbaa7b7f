import { readModel, type Model } from '@penchant/core';
import { keepModel, type ModelCache } from './kept.js';

/**
 * Fetches the newest model and keeps it. `undefined` when the collector cannot be reached or serves something else:
 * a stale model beats none. Never rejects.
 */
export async function freshModel(collector: string, site: string, cache: ModelCache): Promise<Model | undefined> {
  try {
    const response = await fetch(`${collector}/v1/model?site=${encodeURIComponent(site)}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    const model = readModel(response.ok ? await response.json() : undefined);
    if (model) await keepModel(cache, model).catch(() => undefined); // a full disk, a lost journal: it serves this page
    return model;
  } catch {
    return undefined;
  }
}
