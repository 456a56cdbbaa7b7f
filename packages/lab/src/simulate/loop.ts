import { positionCurve, type ListSum } from '@penchant/core/estimate';
import { kendall, ndcg } from './agreement.js';
import { qualities, relativeError } from './experiment.js';
import { addTo, type Cells } from './merge.js';
import { rates, weighedClicks } from './rates.js';
import { simulate } from './simulate.js';
import { worldOf, type World, type WorldOptions } from './world.js';

/** What orders the next epoch's lists, learnt from the clicks of all before: one number an item, more is better. */
const LEARNERS = {
  /** Clicks over impressions. */
  rate: (sums, { options: { items } }) => rates(weighedClicks(sums, items, () => 1)),
  /** Item quality by the estimated curve: what a collector serves. */
  quality: (sums, { options: { items } }, theta) => qualities(sums, theta, items),
  /** What nobody but the simulator knows: how well lists can be ordered, and how few items then have how many of the places. */
  truth: (_, { attractions }) => attractions,
} as const satisfies Readonly<
  Record<string, (sums: readonly ListSum[], world: World, theta: readonly number[]) => readonly number[]>
>;
export type LearnerName = keyof typeof LEARNERS;

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
  const turns: Turn[] = [];
  const cells: Cells = new Map();
  let { scores } = start;
  for (let epoch = 0; epoch < epochs; epoch++) {
    const news = simulate({ ...start, scores }, epoch);
    addTo(cells, news);
    const sums = [...cells.values()];
    const { theta } = positionCurve('simulated', sums);
    const learnt = LEARNERS[learner](sums, start, theta);
    const shown = [...new Set(sums.map(({ item }) => Number(item)))];
    turns.push({
      epoch: epoch + 1,
      thetaError: relativeError(theta, options.theta),
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
