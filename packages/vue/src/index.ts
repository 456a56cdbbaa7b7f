export { penchant } from './plugin.js';
export { useTracker } from './tracker.js';
export { useRanked } from './use-ranked.js';
export type { Tracked } from './item-directive.js';
