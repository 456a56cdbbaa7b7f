export { bucketOf } from './count/buckets.js';
export { count, type Counted, type Counts } from './count/contribution.js';
export { featureShares, type Features, type FeatureShare, type Item } from './item.js';
export { BUCKETS, MAX_CELLS, MAX_COUNT, MAX_COUNTS_PER_EPOCH, MAX_ID_CHARS, MAX_POSITION } from './limits.js';
export { emptyModel, propensityAt, readModel, type Model } from './model.js';
export { defaultPolicy, extendPolicy, type KindPolicy, type Policy, type PolicyChanges } from './policy/policy.js';
export { emptyProfile, learn, merge, type Observation, type Profile } from './profile/profile.js';
export { addSum, decay, halfLives, type Sum } from './profile/decay.js';
export { longer, type Suppression } from './profile/suppress.js';
export { viewOf, type Liking, type ProfileView } from './profile/view.js';
export { confidenceOf, evidenceOf, scoreOf, type Evidence } from './rank/content.js';
export { rank, type Placement, type RankOptions } from './rank/rank.js';
export type {
  Contribution,
  ListCell,
  ListContribution,
  ReactionCell,
  ReactionContribution,
} from './schema/contribution.js';
export type { CurveEntry, ModelDocument, QualityEntry } from './schema/model.js';
export { explain, type Explanation, type LedgerEntry } from './score/ledger.js';
export { score, type Score } from './score/score.js';
export {
  exposureOf,
  refuse,
  type Click,
  type Dislike,
  type Exposure,
  type Impression,
  type Like,
  type Refusal,
  type Signal,
  type SignalKind,
} from './signal.js';
export { DAY_MS, epochOf, EPOCH_MS } from './time.js';
