import { extendPolicy } from './extend.js';
import { defaultPolicy, type Policy } from './policy.js';

/** Posts in communities: votes add up to a net vote, up and down alike, and what was voted for makes its community more welcome. Write communities as features: `community:cycling`. */
export const reddit: Policy = extendPolicy(defaultPolicy, {
  name: 'reddit',
  kinds: {
    like: { liking: 1, confidence: 1, halfLifeDays: 60 }, //    an upvote
    dislike: { liking: -1, confidence: 1, halfLifeDays: 60 }, // a downvote: its mirror image, so that votes are net
    click: { confidence: 0.2 },
    dwell: { confidence: 0.4 },
  },
  content: 1, //    affinity to a community is what its posts' votes say
  quality: 1.5, //  the crowd's vote orders a feed more than anywhere else
  suppress: { dislike: [{ what: 'item', days: 180 }] },
  rank: { opened: 'last', caps: { 'community:': 4, 'creator:': 3 } },
});
