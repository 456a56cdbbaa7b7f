import { inQuantile, readModel, type Model, type Policy, type Signal } from '@penchant/core';
import type { ModelDocument } from '@penchant/core/schema';
import { deviceOf } from '../device.js';
import { keepModel, type ModelCache } from './kept.js';

/** A signal with what share of such ones is shorter on devices like this, where the model knows. */
export const placed = (signal: Signal, model: Model, policy: Policy): Signal =>
  inQuantile(signal, model, policy, deviceOf());

/**
 * Fetches the newest model and keeps it. Of a large one it fetches every part, whatever the visitor does: which are asked
 * for tells nothing. `undefined` when the collector cannot be reached or serves something else: a stale model beats none.
 * Never rejects.
 */
export async function freshModel(collector: string, site: string, cache: ModelCache): Promise<Model | undefined> {
  const ask = async (what: string): Promise<Partial<ModelDocument>> => {
    const response = await fetch(`${collector}/v1/model${what}`, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    return response.ok ? ((await response.json()) as Partial<ModelDocument>) : {}; // which is no model, nor a part of one
  };
  try {
    const index = await ask(`?site=${encodeURIComponent(site)}`);
    const parts = await Promise.all((index.shards ?? []).map((name) => ask(`/${name}`)));
    const all = [index, ...parts];
    const model = readModel({
      ...index,
      items: all.flatMap(({ items }) => items),
      neighbours: all.flatMap(({ neighbours = [] }) => neighbours),
    });
    if (model) await keepModel(cache, model).catch(() => undefined); // a full disk, a lost journal: it serves this page
    return model;
  } catch {
    return undefined;
  }
}
