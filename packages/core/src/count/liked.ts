import type { Signal } from '../signal.js';

/** What a visitor must have seen of something for it to count as liked. */
const LIKED = { coverage: 0.5, attendedMs: 30_000, stars: 4 } as const;

/** Whether a signal says that the visitor likes the item: by their word, their money, or their time. */
export function saysLiked(signal: Signal): boolean {
  switch (signal.kind) {
    case 'like':
    case 'save':
    case 'share':
    case 'repurchase':
      return true;
    case 'purchase':
      return signal.gift !== true;
    case 'rate':
      return signal.stars >= LIKED.stars;
    case 'watch':
      return signal.technical !== true && (signal.coverage ?? 0) >= LIKED.coverage;
    case 'dwell':
      return signal.list === undefined && signal.bounced !== true && signal.attendedMs >= LIKED.attendedMs;
    default:
      return false;
  }
}
