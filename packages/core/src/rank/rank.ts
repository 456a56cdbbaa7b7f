import { bucketOf } from '../count/buckets.js';
import type { Item } from '../item.js';
import type { Model } from '../model.js';
import type { Policy } from '../policy/policy.js';
import type { Profile } from '../profile/profile.js';
import { evidenceFor, evidenceOf, scoreOf } from './content.js';

/** An item in its place: its score, and the bucket of it that is remembered with whatever happens there. */
export interface Placement<T extends Item = Item> {
  readonly item: T;
  readonly score: number;
  /** 0 when nothing was known of any item, and the page's own order stands. */
  readonly bucket: number;
}

export interface RankOptions {
  /** Most items to return. */
  readonly limit?: number;
}

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
  { limit = items.length }: RankOptions = {},
): Placement<T>[] {
  let known = false;
  const scored = items.map((item) => {
    const evidence = evidenceFor(item, profile, model, policy, nowMs);
    const tier = tierOf(item.id, profile, policy, nowMs);
    known ||= evidence.confidence > 0 || tier > 0;
    return { item, score: scoreOf(evidence, policy), tier };
  });
  if (known) scored.sort((a, b) => a.tier - b.tier || b.score - a.score);
  return scored.slice(0, limit).map(({ item, score }) => ({ item, score, bucket: known ? bucketOf(score) : 0 }));
}

/** Lower tiers come first, whatever their scores: new items, then opened ones if the policy says so, then suppressed ones. */
function tierOf(id: string, profile: Profile, policy: Policy, nowMs: number): number {
  const until = profile.suppressed.get(id)?.until;
  if (until !== undefined && until > nowMs) return 2;
  if (policy.rank.opened === 'keep') return 0;
  return evidenceOf(profile.items.get(id), profile.halfLives, nowMs).confidence > 0 ? 1 : 0;
}
