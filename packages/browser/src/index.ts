export type {
  Explanation,
  Features,
  Item,
  LedgerEntry,
  Policy,
  PolicyChanges,
  ProfileView,
  Signal,
  Suppressed,
} from '@penchant/core';
export type { Audit, Identified } from './capture/audit/audit.js';
export type { Finding } from './capture/audit/finding.js';
export type { Rejected } from './capture/reject.js';
export type { Viewable } from './capture/viewable.js';
export type { Vitals } from './capture/vitals.js';
export { createTracker } from './create.js';
export type { Consent, Durability, Mode, RankCallOptions, SignalInput, TrackerOptions } from './options.js';
export type { Egress, Excluded, Exported, Receipt } from './rights/rights.js';
export type { Tracker, TrackerStatus } from './api.js';
export { suppressionsIn } from '@penchant/core';
export { mark, marksOf, type Marks, type Place } from './marks.js';
export { rankingOf, type RankedOptions, type Ranking } from './ranking.js';
