import { BINS } from './limits.js';
import type {
  CurveEntry,
  DwellTable,
  ModelDocument,
  NeighbourEntry,
  QualityEntry,
  WatchTable,
} from './schema/model.js';
import type { Refusal } from './signal.js';

/** An item that others liked together with another one, and how near it is: 1 is as good as the same. */
export type Neighbour = readonly [item: string, nearness: number];

/** What the sums of all visitors teach, as a device uses it: position curves by list, quality and neighbours by item, quantiles of watching and reading. */
export interface Model {
  readonly lists: ReadonlyMap<string, CurveEntry>;
  readonly items: ReadonlyMap<string, QualityEntry>;
  readonly neighbours: ReadonlyMap<string, readonly Neighbour[]>;
  /** How such plays and dwells go, where enough is known. */
  readonly watch?: readonly WatchTable[] | undefined;
  readonly dwell?: readonly DwellTable[] | undefined;
}

export const emptyModel: Model = { lists: new Map(), items: new Map(), neighbours: new Map() };

/** What is wrong with a would-be model, or `undefined` when nothing is. Never throws. */
export function refuseModel(value: unknown): Refusal | undefined {
  const { version, lists, items, neighbours = [], watch = [], dwell = [] } = Object(value) as Partial<ModelDocument>;
  if (version !== 1) return { path: 'version', reason: 'version' };
  if (!isListOf(lists, isCurve)) return { path: 'lists', reason: 'type' };
  if (!isListOf(items, isQuality)) return { path: 'items', reason: 'type' };
  if (!isListOf(neighbours, isNeighbours)) return { path: 'neighbours', reason: 'type' };
  if (!isListOf(watch, isTable)) return { path: 'watch', reason: 'type' };
  return isListOf(dwell, isTable) ? undefined : { path: 'dwell', reason: 'type' };
}

/** Reads a served model. Anything that is not one gives `undefined`: an older model, or none, beats a wrong one. */
export function readModel(value: unknown): Model | undefined {
  if (refuseModel(value)) return undefined;
  const { lists, items, neighbours = [], watch, dwell } = value as ModelDocument;
  return {
    lists: new Map(lists.map((curve) => [curve.list, curve])),
    items: new Map(items.map((entry) => [entry.item, entry])),
    neighbours: new Map(neighbours.map(({ item, near }) => [item, near])),
    watch,
    dwell,
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
const isNeighbours = (entry: NeighbourEntry | null): boolean =>
  typeof entry?.item === 'string' &&
  isListOf(entry.near, (near) => typeof near?.[0] === 'string' && Math.abs(near[1]) <= 1);
const isTable = (table: WatchTable | DwellTable | null): boolean =>
  isListOf(table?.below, (share) => share >= 0 && share <= 1) && table?.below.length === BINS - 1;
