import type { Observation } from '@penchant/core';
import type { Recorded } from './recording.js';

/** What one visitor did without a long pause. */
export interface Visit {
  readonly visitor: number;
  readonly observations: readonly Observation[];
}

/** A pause that ends a visit, in ms. */
const PAUSE_MS = 30 * 60_000;
/** Most signals of one visit that are looked at together: what goes on and on is no person, and must not fill the memory. */
const MAX_SIGNALS = 10_000;

/** Takes signals together that were given without a pause of half an hour. */
export async function* visitsOf(recorded: AsyncIterable<Recorded>): AsyncGenerator<Visit> {
  let [visitor, observations, at] = [-1, new Array<Observation>(), 0];
  for await (const { visitor: of, observation } of recorded) {
    const isNext = of !== visitor || observation.signal.at - at > PAUSE_MS || observations.length === MAX_SIGNALS;
    if (isNext && observations.length > 0) yield { visitor, observations };
    if (isNext) [visitor, observations] = [of, []];
    observations.push(observation);
    ({ at } = observation.signal);
  }
  if (observations.length > 0) yield { visitor, observations };
}
