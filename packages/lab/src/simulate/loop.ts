import { positionCurve, type ListSum } from '@penchant/core/estimate';
import { kendall, ndcg } from './agreement.js';
import { clickCurve } from './click-curve.js';
import { qualities, relativeError } from './experiment.js';
import { addUp } from './merge.js';
import { rates, weighedClicks } from './rates.js';
import { simulate } from './simulate.js';
import { worldOf, type WorldOptions } from './world.js';

/** What orders the next epoch's lists, learnt from the clicks of all before: one number an item, more is better. */
const LEARNERS = {
  /** Clicks over impressions. */
  rate: (sums, { items }) => rates(weighedClicks(sums, items, () => 1)),
  /** Σ clicks over the click-through curve, as in the article. */
  inverse: (sums, { items, theta }) => {
    const curve = clickCurve(sums, theta.length);
    return weighedClicks(sums, items, (position) => curve[position - 1] ?? 1).clicks;
  },
  /** Item quality by the estimated curve: what a collector serves. */
  quality: (sums, { items }) => qualities(sums, positionCurve('simulated', sums).theta, items),
} as const satisfies Readonly<Record<string, (sums: readonly ListSum[], options: WorldOptions) => readonly number[]>>;
export type LearnerName = keyof typeof LEARNERS;
export const LEARNER_NAMES = Object.keys(LEARNERS) as LearnerName[];

/** One epoch of a loop, as it ended. */
export interface Turn {
  readonly epoch: number;
  /** Mean error of the served θ. */
  readonly thetaError: number;
  /** The learnt order against the truth: its best ten, and the items that were shown. */
  readonly ndcg: number;
  readonly tau: number;
  readonly clicksPerList: number;
  /** Share of all items that were shown by now. */
  readonly shown: number;
  /** Share of this epoch's impressions that the hundredth of the items had which was shown most. */
  readonly topShare: number;
}

/**
 * Epochs in which a world's lists are ordered by what the epochs before taught: the first by rankers that know little, each
 * after that by the learnt numbers, as far as there is one. Sums are of all epochs.
 */
export function loop(options: WorldOptions, learner: LearnerName, epochs: number): Turn[] {
  const start = worldOf(options);
  const told: ListSum[][] = [];
  const turns: Turn[] = [];
  let { scores } = start;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const news = simulate({ ...start, scores }, epoch);
    told.push(news);
    const sums = addUp(told);
    const learnt = LEARNERS[learner](sums, options);
    const shown = [...new Set(sums.map(({ item }) => Number(item)))];
    turns.push({
      epoch: epoch + 1,
      thetaError: relativeError(positionCurve('simulated', sums).theta, options.theta),
      ndcg: ndcg(learnt, start.attractions, 10),
      tau: kendall(
        shown.map((item) => learnt[item] ?? 0),
        shown.map((item) => start.attractions[item] ?? 0),
      ).all,
      clicksPerList: news.reduce((sum, { clicks }) => sum + clicks, 0) / options.lists,
      shown: shown.length / options.items,
      topShare: topShareOf(news, options.items),
    });
    scores = [scoresOf(learnt, new Set(shown))];
  }
  return turns;
}

const TOP = 0.01;

function topShareOf(sums: readonly ListSum[], items: number): number {
  const seen = [...weighedClicks(sums, items, () => 1).impressions].sort((a, b) => b - a);
  const all = seen.reduce((sum, own) => sum + own, 0);
  return seen.slice(0, Math.ceil(TOP * items)).reduce((sum, own) => sum + own, 0) / all;
}

/** Logarithms, as the world's own scores are; an item that was never shown is taken for an average one. */
function scoresOf(learnt: readonly number[], shown: ReadonlySet<number>): Float64Array {
  const positive = learnt.filter((value) => value > 0);
  const average = positive.reduce((sum, value) => sum + Math.log(value), 0) / positive.length;
  const least = Math.log(positive.reduce((a, b) => Math.min(a, b), Infinity));
  return Float64Array.from(learnt, (value, item) => (!shown.has(item) ? average : value > 0 ? Math.log(value) : least));
}
