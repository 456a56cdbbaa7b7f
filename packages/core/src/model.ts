import type { CurveEntry, ModelDocument, QualityEntry } from './schema/model.js';

/** What the sums of all visitors teach, as a device uses it: position curves by list, quality by item. */
export interface Model {
  readonly lists: ReadonlyMap<string, CurveEntry>;
  readonly items: ReadonlyMap<string, QualityEntry>;
}

export const emptyModel: Model = { lists: new Map(), items: new Map() };

/** Reads a served model. Anything that is not one gives `undefined`: an older model, or none, beats a wrong one. */
export function readModel(value: unknown): Model | undefined {
  const { version, lists, items } = Object(value) as Partial<ModelDocument>;
  if (version !== 1 || !isListOf(lists, isCurve) || !isListOf(items, isQuality)) return undefined;
  return {
    lists: new Map(lists.map((curve) => [curve.list, curve])),
    items: new Map(items.map((entry) => [entry.item, entry])),
  };
}

/** A list's propensity at a position, relative to position 1; `undefined` when the model knows no curve for the list. */
export function propensityAt(model: Model, list: string, position: number): number | undefined {
  const theta = model.lists.get(list)?.theta;
  return theta?.[Math.min(position, theta.length) - 1];
}

const isListOf = <T>(values: readonly T[] | undefined, fits: (value: T) => boolean): values is readonly T[] =>
  Array.isArray(values) && values.every(fits);
const isChance = (value: number): boolean => typeof value === 'number' && value > 0 && value <= 1;
const isCurve = (entry: CurveEntry | null): boolean =>
  typeof entry?.list === 'string' && isListOf(entry.theta, isChance);
const isQuality = (entry: QualityEntry | null): boolean =>
  typeof entry?.item === 'string' && Number.isFinite(entry.quality) && entry.quality > 0;
