import type { Curve, Policy } from '../policy/policy.js';
import type { Watch } from '../signal.js';

export type WatchLabel = 'bounce' | 'browse' | 'engaged' | 'loved';

/** Share of the content that counts as watched, 0 to 1: who leaves when the credits roll has seen it all. */
export const completion = ({ coverage, dropOff = 0 }: Watch, { watch }: Policy): number =>
  dropOff >= watch.completedFrom && coverage >= watch.replay.from ? 1 : coverage;

/** What a play was, in a word. Of something long, a bounce also was short: two minutes of half an hour are browsing. */
export function watchLabel(watch: Watch, policy: Policy): WatchLabel {
  const { labels, longMs, bounceMs } = policy.watch;
  const share = completion(watch, policy);
  const isLong = (watch.durationMs ?? Infinity) > longMs;
  if (share < labels[0] && !(isLong && watch.attendedMs >= bounceMs)) return 'bounce';
  return share < labels[1] ? 'browse' : share < labels[2] ? 'engaged' : 'loved';
}

/** Bonus for content played again. */
export function replayBonus(watch: Watch, policy: Policy): number {
  const { most, from, flat } = policy.watch.replay;
  const { replay = 0 } = watch;
  if (replay <= 0 || completion(watch, policy) < from) return 0;
  return flat ? most : Math.min(most, replay);
}

/**
 * What a play says, −1 to 1. Long items are seldom finished: where a model knows how such plays go, it is the share of
 * them that cover less; else the policy's curve of coverage, in which only a bounce is below its first label.
 */
export function watchLiking(watch: Watch, policy: Policy): number {
  const { curve, labels, replay } = policy.watch;
  const share = completion(watch, policy);
  const counted = watchLabel(watch, policy) === 'bounce' ? share : Math.max(share, labels[0]);
  const liking = watch.quantile === undefined ? valueAt(curve, counted) : 2 * watch.quantile - 1;
  const whole = liking + replay.weight * replayBonus(watch, policy);
  return policy.unify === 'sum' ? whole : Math.min(1, whole);
}

/** A curve's value; beyond its ends, that of the end. */
export function valueAt(curve: Curve, x: number): number {
  let before = curve[0] ?? [0, 0];
  for (const point of curve) {
    if (x < point[0]) {
      const span = point[0] - before[0];
      return span > 0 ? before[1] + ((point[1] - before[1]) * Math.max(0, x - before[0])) / span : before[1];
    }
    before = point;
  }
  return before[1];
}
