import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** Music: a heart adds to the liked songs, hiding a song keeps its artist away for 30 days, a skip in the first seconds counts, and what was heard often is wanted again. */
export const spotify: Policy = extendPolicy(defaultPolicy, {
  name: 'spotify',
  kinds: {
    like: { liking: 1, confidence: 1.5, halfLifeDays: 365 }, // the library is kept for years
    save: { liking: 1, confidence: 1.5, halfLifeDays: 365 }, // the same heart
    hide: { confidence: 3 },
    skip: { liking: -0.5, confidence: 0.4 }, // one thumb away: meant more often than not
    watch: { confidence: 0.6 }, //             music plays in the background
  },
  watch: { replay: { from: 0.5 } }, // songs are short: again is again
  suppress: {
    hide: [
      { what: 'item', days: 365 },
      { what: 'creator:', days: 30 },
    ],
  },
  rank: { caps: { 'creator:': 2 } },
});
