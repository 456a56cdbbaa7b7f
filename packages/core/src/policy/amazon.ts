import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** A shop: purchases lead, buying again leads more, and what came back is not shown again, nor what is like it. */
export const amazon: Policy = extendPolicy(defaultPolicy, {
  name: 'amazon',
  kinds: {
    click: { confidence: 0.2 },
    cart: { liking: 0.7, confidence: 1 },
    purchase: { confidence: 3 },
    repurchase: { confidence: 6 }, //  replenishment
    return: { confidence: 6 }, //      0.9 × 3 − 1 × 6 < 0
  },
  suppress: {
    return: [
      { what: 'item', days: 365 },
      { what: 'similar', days: 90 },
    ],
  },
});
