import { emptyModel, type Model } from '@penchant/core';
import type { Journal } from '../journal/journal.js';

/** Where the last good model is kept between visits. */
export type ModelCache = Pick<Journal, 'keep' | 'kept'>;

/**
 * What is kept is the model as it was read, so that a page that has one reads nothing again. Raised whenever `Model`
 * changes: what was kept in another format is dropped. Format 1 was the served document itself.
 */
const FORMAT = 2;

/** The model kept from an earlier visit, or an empty one. Never rejects. */
export async function keptModel(cache: ModelCache): Promise<Model> {
  const kept = await cache.kept('model').catch(() => undefined);
  const { format, model } = Object(kept) as { readonly format?: number; readonly model?: Model };
  return format === FORMAT && model ? model : emptyModel;
}

/** Keeps a model for the next visit. */
export const keepModel = (cache: ModelCache, model: Model): Promise<void> =>
  cache.keep('model', { format: FORMAT, model });
