import { bucketOf } from '../count/buckets.js';
import { isInSeason, type Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import type { Profile } from '../profile/profile.js';
import { suppressorOf } from '../profile/suppress.js';
import { diversify } from './diversify.js';
import { scoreOf } from './evidence.js';
import { explore, type Exploration } from './explore.js';
import { readingOf, type Reading } from './reading.js';

/** An item in its place: its score, and the bucket of it that is remembered with whatever happens there. */
export interface Placement<T extends Item = Item> {
  readonly item: T;
  readonly score: number;
  /**
   * Of the score without the crowd's verdict: the collector learns quality beside buckets, and one that held it would explain
   * it away. 0 when nothing was known of any item, and the page's own order stands.
   */
  readonly bucket: number;
  /** The probability with which it got this place, given the places before; 1 without exploration. */
  readonly propensity: number;
}

export interface RankOptions {
  /** Most items to return. */
  readonly limit?: number;
  /** Gives some places by chance, and says with which probability. */
  readonly explore?: Exploration;
}

/** Lower tiers come first, whatever their scores. */
const NEW = 0;
const OPENED = 1;
const OUT_OF_SEASON = 2;
const SUPPRESSED = 3;
type Tier = typeof NEW | typeof OPENED | typeof OUT_OF_SEASON | typeof SUPPRESSED;

/**
 * Items, best first: the same objects, in a new array. Pure. Equal scores keep the page's order, and with nothing known
 * the whole order is the page's. What the visitor suppressed goes last.
 */
export function rank<T extends Item>(
  items: readonly T[],
  profile: Profile,
  model: Model,
  policy: Policy,
  nowMs: number,
  { limit, explore: exploration }: RankOptions = {},
): Placement<T>[] {
  const reading = readingOf(profile, model, policy, nowMs);
  const tierOf = tiers(profile, policy, reading);
  const placements: { readonly [tier in Tier]: Placed<T>[] } & Placed<T>[][] = [[], [], [], []];
  let known = false;
  for (const item of items) {
    const evidence = reading.about(item);
    const bucket = bucketOf(scoreOf(evidence, policy));
    reading.verdictOn(item.id, evidence);
    const tier = tierOf(item);
    known ||= evidence.confidence > 0 || tier > NEW;
    placements[tier].push({ item, score: scoreOf(evidence, policy), bucket, propensity: 1 });
  }
  for (const tier of placements)
    if (known) tier.sort((a, b) => b.score - a.score);
    else for (const placed of tier) placed.bucket = 0;
  const fresh = placements[NEW];
  const varied = known ? diversify(fresh, policy) : fresh;
  const explored = exploration
    ? explore(varied, exploration).map(([placed, propensity]) => ({ ...placed, propensity }))
    : varied;
  return explored.concat(...placements.slice(OPENED)).slice(0, limit);
}
type Placed<T extends Item> = Placement<T> & { bucket: number };

function tiers(profile: Profile, policy: Policy, reading: Reading): (item: Item) => Tier {
  const suppressor = suppressorOf(profile.suppressed, policy, reading.nowMs);
  return (item) => {
    if (suppressor(item)) return SUPPRESSED;
    if (!isInSeason(item, reading.nowMs)) return OUT_OF_SEASON;
    if (policy.rank.opened === 'keep') return NEW;
    return reading.of(profile.items.get(item.id)).confidence > 0 ? OPENED : NEW;
  };
}
