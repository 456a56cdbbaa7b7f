import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** Clips: watch time leads, clicks alone say little, and a dislike is kept private: it ranks, and suppresses nothing but the clip. */
export const youtube: Policy = extendPolicy(defaultPolicy, {
  name: 'youtube',
  kinds: {
    click: { confidence: 0.1 }, //                    clickbait: the click is what was baited
    watch: { confidence: 2, halfLifeDays: 21 }, //    leads
    like: { confidence: 0.8 },
    dislike: { confidence: 1.2, halfLifeDays: 90 },
  },
  suppress: { dislike: [{ what: 'item', days: 180 }] },
  rank: { caps: { 'creator:': 2 } },
});
