import type { Observation, Signal } from '@penchant/core';

type Click = Extract<Signal, { kind: 'click' }>;

/** How long after a click the page that it opened may begin. */
const FOLLOWS_MS = 30_000;

/** The newest click that fits, not more than so long before a time. */
export function clickBefore(
  observations: readonly Observation[],
  atMs: number,
  withinMs: number,
  fits: (click: Click) => boolean = () => true,
): Click | undefined {
  for (let i = observations.length - 1; i >= 0; i--) {
    const signal = observations[i]?.signal;
    if (signal?.kind === 'click' && signal.at <= atMs && signal.at >= atMs - withinMs && fits(signal)) return signal;
  }
  return undefined;
}

/**
 * Joins what happens on the page that a click opened to that click, as one act: it takes over when it was opened, and the
 * propensity of the place it was opened from. Decided once for each act, so that it stays one.
 */
export function actJoiner(observations: () => readonly Observation[]): (signal: Signal) => Signal {
  const joined = new Map<string, { readonly opened: number; readonly propensity?: number }>();
  return (signal) => {
    if ((signal.kind !== 'dwell' && signal.kind !== 'watch') || signal.opened === undefined || 'list' in signal)
      return signal;
    const { item, opened } = signal;
    const name = `${opened} ${item}`;
    let act = joined.get(name);
    if (!act) {
      const click = clickBefore(observations(), opened, FOLLOWS_MS, (each) => each.item === item);
      act = { opened: click?.at ?? opened, ...(click?.propensity !== undefined && { propensity: click.propensity }) };
      joined.set(name, act);
    }
    return { ...signal, ...act };
  };
}
