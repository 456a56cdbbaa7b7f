import { positionCurve } from '@penchant/core/estimate';
import { describe, expect, it } from 'vitest';
import { allPairs } from './all-pairs.js';
import { clickCurve } from './click-curve.js';
import { CLICK_MODELS } from './click-model.js';
import { experiment, relativeError } from './experiment.js';
import { withoutBuckets } from './merge.js';
import { loop } from './loop.js';
import { SCENARIOS } from './scenarios.js';
import { simulate } from './simulate.js';
import { worldOf } from './world.js';
import { mulberry32 } from '../chance.js';

const small = { seed: 1, items: 200, lists: 20_000 };
const theta = SCENARIOS.plain.theta;

describe('a simulated world', () => {
  it('is the same for the same seed, and another for another', () => {
    const told = (seed: number) =>
      JSON.stringify(simulate(worldOf({ ...SCENARIOS.personal, ...small, lists: 500, seed })));
    expect(told(1)).toBe(told(1));
    expect(told(1)).not.toBe(told(2));
  });

  it('shows each list once: as many impressions at every position, and no more clicks than those', () => {
    const sums = simulate(worldOf({ ...SCENARIOS.personal, ...small, lists: 500 }));
    theta.forEach((_, k) => {
      const here = sums.filter(({ position }) => position === k + 1);
      expect(here.reduce((sum, { impressions }) => sum + impressions, 0)).toBe(500);
    });
    expect(sums.every(({ clicks, impressions }) => clicks <= impressions)).toBe(true);
  });

  it('has clicks as often as its click model says', () => {
    const many = (model: keyof typeof CLICK_MODELS): number[] => {
      const chance = mulberry32(7);
      const clicks = [0, 0, 0];
      for (let n = 0; n < 100_000; n++)
        CLICK_MODELS[model]([0.5, 0.2, 0.4], [1, 0.5, 0.25], chance).forEach(
          (clicked, k) => (clicks[k] = (clicks[k] ?? 0) + Number(clicked)),
        );
      return clicks.map((count) => count / 100_000);
    };
    const close = (rates: readonly number[], expected: readonly number[]) =>
      rates.forEach((rate, k) => expect(rate).toBeCloseTo(expected[k] ?? NaN, 2));
    close(many('position'), [0.5, 0.1, 0.1]);
    close(many('trust'), [0.5 + 0.3 * 0.5, 0.5 * (0.2 + 0.15 * 0.8), 0.25 * (0.4 + 0.1 * 0.6)]);
    close(many('cascade'), [0.5, 0.5 * 0.5 * 0.2, 0.5 * 0.5 * 0.8 * 0.5 * 0.4]);
  });
});

describe('estimates of a simulated world', () => {
  it('find θ where all see items alike, better than AllPairs, and that better than the click-through curve', () => {
    const {
      clickCurve: byClicks,
      allPairs: byPairs,
      items,
      itemsServed,
    } = experiment({ ...SCENARIOS.plain, ...small });
    expect(byClicks).toBeGreaterThan(0.15);
    expect(byPairs).toBeLessThan(byClicks / 2);
    expect(items).toBeLessThan(byPairs);
    expect(itemsServed).toBeLessThan(0.06); // a fifth of the lists, and of the items, of the published figure
  }, 20_000);

  it('find θ where orders are personal only by the buckets, and quality by them, too', () => {
    const options = { ...SCENARIOS.personal, ...small, lists: 40_000 };
    const found = experiment(options);
    expect(found.items).toBeGreaterThan(0.3);
    expect(found.bucketsServed).toBeLessThan(0.05);
    expect(found.ndcgQuality).toBeGreaterThan(0.9);
    expect(experiment({ ...options, bucketed: 'score' }).ndcgQuality).toBeLessThan(found.ndcgQuality);
  }, 20_000);

  it('find another θ than 1/k, too', () => {
    const other = [1, 0.9, 0.8, 0.7, 0.3, 0.25, 0.2, 0.2, 0.1, 0.1];
    const sums = withoutBuckets(simulate(worldOf({ ...SCENARIOS.plain, ...small, theta: other, lists: 40_000 })));
    expect(relativeError(positionCurve('simulated', sums).theta, other)).toBeLessThan(0.05);
    expect(relativeError(allPairs(sums, 10), other)).toBeLessThan(0.1);
    expect(relativeError(clickCurve(sums, 10), other)).toBeGreaterThan(0.1);
  }, 20_000);

  it('order rarely opened items no worse than counting clicks does', () => {
    for (const seed of [1, 2, 3]) {
      const { tauClicks, tauQuality } = experiment({ ...SCENARIOS.rare, lists: 20_000, seed });
      expect(tauQuality).toBeGreaterThan(tauClicks);
    }
  }, 30_000);

  it('show what was hidden where chance gives some places', () => {
    const world = { ...SCENARIOS.plain, seed: 1, items: 200, pool: 100, lists: 1_000, error: 2 };
    const [closed, open] = [0, 0.2].map((explored) => loop({ ...world, explored }, 'quality', 3).at(-1));
    expect(open?.shown).toBeGreaterThan(closed?.shown ?? 1);
  }, 20_000);

  it('do not make the rich richer: the most shown have no more places than by the true order, nor than lists offer them', () => {
    const world = { ...SCENARIOS.personal, seed: 1, items: 200, pool: 100, lists: 1_500, error: 2, explored: 0.1 };
    const [learnt, ideal] = (['quality', 'truth'] as const).map((learner) => loop(world, learner, 3).slice(1));
    const most = 0.01 * (world.pool / world.theta.length); // each offered to every second list, for one of its ten places
    expect(ideal?.at(-1)?.topShare).toBeLessThan(0.9 * most); // or only what lists offer would be tested
    learnt?.forEach(({ topShare }, i) => {
      expect(topShare).toBeLessThan(1.05 * (ideal?.[i]?.topShare ?? 0));
      expect(topShare).toBeLessThan(1.05 * most);
    });
  }, 60_000);

  it('keep what they learnt when it orders the next epochs', () => {
    const turns = loop({ ...SCENARIOS.personal, seed: 1, items: 200, lists: 4_000, error: 2 }, 'quality', 5);
    const [first, last] = [turns[0], turns.at(-1)];
    expect(last?.tau).toBeGreaterThan(first?.tau ?? 1);
    expect(last?.clicksPerList).toBeGreaterThan(first?.clicksPerList ?? Infinity);
    for (const { thetaError } of turns) expect(thetaError).toBeLessThan(0.15);
  }, 20_000);
});
