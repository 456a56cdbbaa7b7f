export { PenchantProvider, useTracker } from './provider.js';
export { Tracked, type TrackedProps } from './tracked.js';
export { useRanked } from './use-ranked.js';
export { useTracked } from './use-tracked.js';
