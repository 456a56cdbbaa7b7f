import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** Films and series: thumbs shift the weights of genres, what was watched says most, and a thumb down keeps similar titles away for half a year. */
export const netflix: Policy = extendPolicy(defaultPolicy, {
  name: 'netflix',
  kinds: {
    like: { liking: 1, confidence: 2 }, //  two thumbs are all there is: they are used
    dislike: { confidence: 3 },
    watch: { confidence: 1.5, halfLifeDays: 90 }, // an evening, not a minute
    save: { liking: 0.5 }, //               "my list" is long, and often stays unseen
  },
  suppress: {
    dislike: [
      { what: 'item', days: 180 },
      { what: 'similar', days: 180 },
    ],
  },
  similarFrom: 0.75,
  rank: { opened: 'last' }, // what was seen is not news
});
