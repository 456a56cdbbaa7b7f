import type { QualityEntry } from '../schema/model.js';
import { exposed, type ThetaOf } from './exposure.js';
import { gammaPrior } from './prior.js';
import { rounded } from './rounded.js';
import type { ListSum } from './sums.js';

/** Of a normal distribution, 95 % lies within this many standard deviations. */
const WITHIN_95 = 1.96;

/**
 * Item quality: clicks over expected clicks, drawn to what is believed of items that are shown as often, by an empirical-Bayes gamma
 * prior: (C_i + a) / (e_i + a/μ_i), over the mean of all. 1 is the average click's item. The interval is that of the gamma
 * posterior; what the curve and the prior are unsure of is not in it.
 */
export function itemQuality(cells: readonly ListSum[], thetaOf: ThetaOf): QualityEntry[] {
  const items = exposed(cells, thetaOf);
  const clicks = items.reduce((sum, item) => sum + item.clicks, 0);
  if (clicks === 0) return [];
  const mean = clicks / items.reduce((sum, item) => sum + item.expected, 0);
  const { meanOf, shape } = gammaPrior(items);
  return items.map(({ item, impressions, clicks: own, expected }) => {
    const prior = meanOf(impressions);
    const [k, exposure] = [own + shape, expected + shape / prior];
    const quantile = (z: number): number => rounded(gammaQuantile(k, z) / exposure / mean);
    return {
      item,
      impressions,
      clicks: own,
      quality: k / exposure / mean,
      low: quantile(-WITHIN_95),
      high: quantile(WITHIN_95),
    };
  });
}

/** Quantile of a gamma distribution of shape k and rate 1, at z standard deviations of a normal one (Wilson & Hilferty 1931). */
const gammaQuantile = (k: number, z: number): number => k * Math.max(0, 1 - 1 / (9 * k) + z / (3 * Math.sqrt(k))) ** 3;
