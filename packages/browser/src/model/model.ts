import { emptyModel, readModel, type Model } from '@penchant/core';

/** Where the last good model is kept between visits. */
export interface ModelCache {
  kept(): Promise<unknown>;
  keep(document: unknown): Promise<void>;
}

/** The model kept from an earlier visit, or an empty one. Never rejects. */
export async function cachedModel(cache: ModelCache): Promise<Model> {
  return readModel(await cache.kept().catch(() => undefined)) ?? emptyModel;
}

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
    const document: unknown = response.ok ? await response.json() : undefined;
    const model = readModel(document);
    if (model) await cache.keep(document);
    return model;
  } catch {
    return undefined;
  }
}
