import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** A feed of short clips: a heart is the only praise, and the negatives are a fast scroll and "not interested". Tastes of last week count. */
export const tiktok: Policy = extendPolicy(defaultPolicy, {
  name: 'tiktok',
  kinds: {
    watch: { confidence: 1.5, halfLifeDays: 7 }, //               every clip is tried: this is most of what is known
    like: { liking: 0.9, confidence: 1, halfLifeDays: 30 },
    skip: { liking: -0.7, confidence: 0.6, halfLifeDays: 7 }, //  scrolled past: no, thanks
    hide: { confidence: 3, halfLifeDays: 60 }, //                 "not interested"
    share: { confidence: 1.5, halfLifeDays: 30 },
  },
  watch: { replay: { most: 1, weight: 0.5 } }, // clips loop by themselves: a second round is half the praise of the first
  suppress: {
    hide: [
      { what: 'item', days: 180 },
      { what: 'similar', days: 30 },
    ],
  },
  rank: { opened: 'last', relevance: 0.6, caps: { 'creator:': 1 } },
});
