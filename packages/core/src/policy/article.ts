import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** exp(−d/90), which the article calls a half-life of 90 days, as the half-life that it is: 62.4 days. */
const HALF_LIFE_DAYS = 90 * Math.LN2;

const weight = (liking: number, halfLifeDays = HALF_LIFE_DAYS) => ({
  liking: Math.sign(liking),
  confidence: Math.abs(liking),
  halfLifeDays,
});

/**
 * "The Signal Behind Every Recommendation", number for number: plain sums without confidence, impressions that add up
 * for ever, click-through rates taken for propensities, no clipping. Where the article gives no weight, it is 0. For
 * comparison: `docs/scoring.md` says what is wrong with it.
 */
export const article: Policy = extendPolicy(defaultPolicy, {
  name: 'article',
  unify: 'sum',
  kinds: {
    impression: weight(0.01),
    click: weight(0.1),
    dwell: weight(0),
    watch: weight(1), // the curve has the weights
    like: weight(0.7),
    dislike: weight(-1.5),
    hide: weight(0),
    skip: weight(0),
    rate: weight(1), // the table has the weights
    save: weight(0),
    share: weight(0),
    cart: weight(0),
    purchase: weight(1),
    repurchase: weight(2), // its "repeat bonus multiplier"
    return: weight(-2), //    takes the purchase's +1 to −1
  },
  impression: { counts: 'always', free: 0 },
  funnel: 'sum',
  position: { theta: [0.2, 0.13, 0.09, 0.07, 0.05], maxWeight: Infinity },
  rating: { strength: 0, table: [-1.2, 0, 0, 0.65, 0.9] },
  watch: {
    curve: [
      [0, 0],
      [0.5, 0],
      [0.5, 0.3], // watch_50pct
      [0.8, 0.3],
      [0.8, 0.6], // watch_full
    ],
    longMs: Infinity,
    completedFrom: Infinity,
    replay: { most: 0.5, from: 0, flat: true, weight: 2.4 }, // its bonus of 0.5 is 1.2 (rewatch) in its last table
  },
  purchase: { unexplored: 1, seasonal: 1, returnFrom: 'purchase' },
  doubt: 0,
  content: 0,
  quality: 0,
  neighbours: 0,
  suppress: { dislike: [{ what: 'item', days: 36_500 }], hide: [], return: [] }, // "suppressed pairs" do not expire
  rank: { relevance: 1, caps: { 'creator:': Infinity } },
});
