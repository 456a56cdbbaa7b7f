export { estimate } from './model.js';
export { nonIncreasing } from './isotonic.js';
export { positionCurve } from './position.js';
export { itemQuality } from './quality.js';
export type { ListSum, ReactionSum, Sums } from './sums.js';
