import { emptyModel, type Model } from '@penchant/core';

/** Where the last good model is kept between visits. */
export interface ModelCache {
  kept(): Promise<unknown>;
  keep(value: unknown): Promise<void>;
}

/**
 * What is kept is the model as it was read, so that a page that has one reads nothing again. Raised whenever `Model`
 * changes: what was kept in another format is dropped. Format 1 was the served document itself.
 */
const FORMAT = 2;

/** The model kept from an earlier visit, or an empty one. Never rejects. */
export async function keptModel(cache: ModelCache): Promise<Model> {
  const { format, model } = Object(await cache.kept().catch(() => undefined)) as { format?: number; model?: Model };
  return format === FORMAT && model ? model : emptyModel;
}

/** Keeps a model for the next visit. */
export const keepModel = (cache: ModelCache, model: Model): Promise<void> => cache.keep({ format: FORMAT, model });
