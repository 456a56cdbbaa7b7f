export { inContext } from './context.js';
export { bucketOf } from './count/buckets.js';
export { count, type Counted, type Counting, type Counts } from './count/contribution.js';
export { lostWith, nothingTold, withoutExcluded, type Lost, type Told } from './count/told.js';
export {
  copyItem,
  cosine,
  featureShares,
  isInSeason,
  MAX_FEATURES,
  refuseItem,
  type Features,
  type FeatureShare,
  type Item,
  type Season,
} from './item.js';
export {
  AUDITED_RANKS,
  BUCKETS,
  MAX_BUCKET,
  MAX_CELLS,
  MAX_COUNT,
  MAX_COUNTS_PER_EPOCH,
  MAX_ID_CHARS,
  MAX_POSITION,
  MAX_SHARDS,
} from './limits.js';
export { emptyModel, propensityAt, readModel, refuseModel, type Model, type Neighbour } from './model.js';
export { keepNewest } from './newest.js';
export { amazon } from './policy/amazon.js';
export { article } from './policy/article.js';
export { extendPolicy, PolicyError, type PolicyChanges } from './policy/extend.js';
export {
  defaultPolicy,
  type Curve,
  type KindPolicy,
  type Policy,
  type ScoredKind,
  type SuppressionRule,
} from './policy/policy.js';
export { netflix } from './policy/netflix.js';
export { reddit } from './policy/reddit.js';
export { spotify } from './policy/spotify.js';
export { tiktok } from './policy/tiktok.js';
export { youtube } from './policy/youtube.js';
export { decay, halfLives } from './profile/decay.js';
export { PROFILE_VERSION, readProfile, refuseProfile, saveProfile, type ProfileDocument } from './profile/document.js';
export {
  blankProfile,
  emptyProfile,
  lastSaid,
  learn,
  merge,
  profileOf,
  type Observation,
  type Profile,
} from './profile/profile.js';
export type { Stroke } from './profile/stroke.js';
export type { Sum } from './profile/sum.js';
export { suppressionsIn, type Suppressed, type Suppression, type Suppressions } from './profile/suppress.js';
export { viewOf, type Liking, type ProfileView } from './profile/view.js';
export { swapAudit, type SwapAudit } from './rank/swap-audit.js';
export { explore, type Exploration } from './rank/explore.js';
export { rank, type Placement, type RankOptions } from './rank/rank.js';
export {
  OF_SIGNALS,
  type Cell,
  type Contribution,
  type ContributionOf,
  type DEVICES,
  type LOSSES,
  type PLACES,
} from './families.js';
export type {
  CurveEntry,
  DwellTable,
  ModelDocument,
  NeighbourEntry,
  QualityEntry,
  WatchTable,
} from './schema/model.js';
export { explain, type Explanation, type LedgerEntry } from './score/ledger.js';
export { meanStars } from './score/rating.js';
export { inQuantile } from './score/quantile.js';
export { score, type Score } from './score/score.js';
export { completion, replayBonus, watchLabel, type WatchLabel } from './score/watch.js';
export {
  copySignal,
  exposureOf,
  refuse,
  retells,
  type Click,
  type Dwell,
  type Explicit,
  type Exposure,
  type Impression,
  type Interest,
  type Plain,
  type Purchase,
  type Rate,
  type Refusal,
  type Return,
  type Scored,
  type Signal,
  type SignalKind,
  type Undo,
  type Unsuppress,
  type Watch,
} from './signal.js';
export { DAY_MS, epochOf, EPOCH_MS } from './time.js';
export { advance, resize, startPlayer, type Media, type Player, type PlayerTick } from './watch/player.js';
export { watched, type Watched } from './watch/watched.js';
