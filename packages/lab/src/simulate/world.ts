import { randomNormal } from 'd3-random';
import { mulberry32 } from '../chance.js';
import type { ClickModelName } from './click-model.js';

/** What is simulated. */
export interface WorldOptions {
  readonly seed: number;
  readonly items: number;
  readonly lists: number;
  /** Candidates of one list, drawn anew for each. */
  readonly pool: number;
  /** θ by position from the top; its length is the length of a list. */
  readonly theta: readonly number[];
  readonly clicks: ClickModelName;
  /** Median and standard deviation of log γ: attractions are log-normal. */
  readonly median: number;
  readonly spread: number;
  /** Standard deviation over visitors of the log of an item's attraction; 0 when all see items alike. */
  readonly personal: number;
  /** Rankers that take turns, and the standard deviation of what each gets wrong about each item's log attraction. */
  readonly rankers: number;
  readonly error: number;
  /** What score buckets are of: the visitor's own taste, as on devices, or the whole score, which holds the item's quality too. */
  readonly bucketed: 'taste' | 'score';
  /** Share of places that are given by chance; left out, none is. */
  readonly explored?: number;
}

export interface World {
  readonly options: WorldOptions;
  /** Mean attraction γ of each item, over visitors. */
  readonly attractions: readonly number[];
  /** Score of each item by each ranker, before what is personal. */
  readonly scores: readonly Float64Array[];
}

/** The items of a world and its rankers: the same for the same options. */
export function worldOf(options: WorldOptions): World {
  const normal = randomNormal.source(mulberry32(options.seed))();
  const logs = Array.from({ length: options.items }, () => Math.log(options.median) + options.spread * normal());
  return {
    options,
    attractions: logs.map((log) => Math.min(1, Math.exp(log))),
    scores: Array.from({ length: options.rankers }, () =>
      Float64Array.from(logs, (log) => log + options.error * normal()),
    ),
  };
}
