export { continuedIn } from './continued.js';
export { coverageFrom, durationFrom, placeBelow, timeFrom } from '../count/histogram.js';
export { fixedEffects, type FixedEffects } from './fixed-effects.js';
export { estimate } from './model.js';
export { nonIncreasing } from './isotonic.js';
export { neighbours, type NeighbourOptions, type PairSum } from './neighbours.js';
export { positionCurve } from './position.js';
export { itemQuality } from './quality.js';
export { stratify, type Places, type Strata } from './strata.js';
export { noSums, sumsOfEach, type ListSum, type ReactionSum, type Sums } from './sums.js';
export {
  DEVICES,
  FAMILIES,
  LOSSES,
  PLACES,
  type Families,
  type Family,
  type Key,
  type Sum,
  type Table,
} from '../families.js';
