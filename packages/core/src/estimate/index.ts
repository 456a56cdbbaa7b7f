export { fixedEffects, type FixedEffects } from './fixed-effects.js';
export { estimate } from './model.js';
export { nonIncreasing } from './isotonic.js';
export { neighbours, type NeighbourOptions, type PairSum } from './neighbours.js';
export { positionCurve } from './position.js';
export { itemQuality } from './quality.js';
export { stratify, telling, type Place, type Stratum } from './strata.js';
export type { ListSum, ReactionSum, Sums } from './sums.js';
