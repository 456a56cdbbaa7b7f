import { retells, type Observation } from '@penchant/core';

/** Signals without those that a later one tells again. */
export function lastWords(observations: readonly Observation[]): Observation[] {
  const last = new Map<unknown, Observation>();
  for (const observation of observations) {
    const act = retells(observation.signal) ?? observation;
    last.delete(act);
    last.set(act, observation);
  }
  return [...last.values()];
}
