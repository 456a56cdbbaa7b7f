import type { Curve, Policy } from '../policy/policy.js';
import type { Watch } from '../signal.js';
import { timeLiking } from './dwell.js';

export type WatchLabel = 'bounce' | 'browse' | 'engaged' | 'loved';

/**
 * Share of the content that counts as watched, 0 to 1: who leaves when the credits roll has seen it all. A live stream,
 * which nobody sees whole, goes by the time alone, and only up to where a play would be loved.
 */
export function completion({ coverage, dropOff = 0, attendedMs }: Watch, policy: Policy): number {
  const { completedFrom, labels, replay } = policy.watch;
  if (coverage === undefined) return (labels[2] * (1 + timeLiking(attendedMs, policy.dwell))) / 2;
  return dropOff >= completedFrom && coverage >= replay.from ? 1 : coverage;
}

/** Of something long, a bounce also was short: two minutes of half an hour are browsing. */
const isBounce = (watch: Watch, policy: Policy): boolean => {
  const { labels, longMs, bounceMs } = policy.watch;
  const isShort = (watch.durationMs ?? Infinity) <= longMs || watch.attendedMs < bounceMs;
  return isShort && completion(watch, policy) < labels[0];
};

/** What a play was, in a word. */
export function watchLabel(watch: Watch, policy: Policy): WatchLabel {
  const [, browse, engaged] = policy.watch.labels;
  const share = completion(watch, policy);
  if (isBounce(watch, policy)) return 'bounce';
  return share < browse ? 'browse' : share < engaged ? 'engaged' : 'loved';
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
  const counted = isBounce(watch, policy) ? share : Math.max(share, labels[0]);
  const liking = watch.quantile === undefined ? valueAt(curve, counted) : 2 * watch.quantile - 1;
  const whole = liking + replay.weight * replayBonus(watch, policy);
  return policy.unify === 'sum' ? whole : Math.min(1, whole);
}

/** A curve's value; beyond its ends, that of the end. */
export function valueAt(curve: Curve, x: number): number {
  const next = curve.findIndex(([from]) => x < from);
  const [x0, y0] = curve.at(next > 0 ? next - 1 : next) ?? [0, 0];
  const [x1, y1] = curve[next] ?? [0, 0];
  return next > 0 ? y0 + ((y1 - y0) * (x - x0)) / (x1 - x0) : y0;
}
