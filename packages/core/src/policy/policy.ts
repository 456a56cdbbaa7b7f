import type { SignalKind } from '../signal.js';

/** How one kind of signal speaks. */
export interface KindPolicy {
  /** What one such signal says of the item, −1 (dislikes it) to 1 (likes it). */
  readonly liking: number;
  /** How much it is to be believed, from 0; a like is 1. */
  readonly confidence: number;
  /** Days after which it weighs half. */
  readonly halfLifeDays: number;
}

/** Every number that shapes a score. */
export interface Policy {
  readonly version: 1;
  readonly name: string;
  readonly kinds: { readonly [K in Exclude<SignalKind, 'impression'>]: KindPolicy };
  /** Impressions are exposure. Only those beyond the `free` ones, of an item never acted on, say something. */
  readonly impression: KindPolicy & { readonly free: number };
  /** Position bias of clicks: 1/k^eta where no model says better, and the most one click may be weighted up. */
  readonly position: { readonly eta: number; readonly maxWeight: number };
  /** Evidence of indifference that every score starts with: with as much again, a score is half way. */
  readonly doubt: number;
  /** How much evidence about similar items says of this one, 0 to 1. */
  readonly content: number;
  /** How much the crowd's verdict on an item says, as confidence. */
  readonly quality: number;
  readonly suppress: { readonly dislikeDays: number };
  readonly rank: {
    /** Where items go that the visitor opened already: `keep` their place, or `last` (news). */
    readonly opened: 'keep' | 'last';
  };
}

export const defaultPolicy: Policy = {
  version: 1,
  name: 'default',
  kinds: {
    click: { liking: 0.5, confidence: 0.3, halfLifeDays: 30 }, //     often curiosity or a slip, and cheap
    like: { liking: 0.8, confidence: 1, halfLifeDays: 180 }, //       said on purpose, though lightly
    dislike: { liking: -1, confidence: 2, halfLifeDays: 180 }, //     rarer, and only felt strongly: twice as sure
  },
  impression: { liking: -0.2, confidence: 0.05, halfLifeDays: 14, free: 3 }, // passed over again and again: mild, and soon forgotten
  position: { eta: 1, maxWeight: 10 }, //  1/k is what most lists show; beyond 10 one deep click would speak for everything
  doubt: 1, //                             one like moves a score less than half way
  content: 1, //                           what is said of a twin is believed in full; of others by their likeness
  quality: 0.5, //                         the crowd weighs less than one own like
  suppress: { dislikeDays: 180 },
  rank: { opened: 'keep' },
};

/** A policy's changes: any part of it, to any depth. */
export type PolicyChanges = {
  readonly [K in keyof Policy]?: Policy[K] extends object ? DeepPartial<Policy[K]> : Policy[K];
};
type DeepPartial<T> = { readonly [K in keyof T]?: T[K] extends object ? DeepPartial<T[K]> : T[K] };

/**
 * A policy with some numbers changed: `extendPolicy(defaultPolicy, { kinds: { click: { liking: 0.3 } } })`.
 * @throws Error naming the field, when a change is not of the policy's shape.
 */
export function extendPolicy(base: Policy, changes: PolicyChanges): Policy {
  return overlay(base, changes, 'policy') as Policy;
}

function overlay(base: object, changes: object, path: string): object {
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes)) {
    const was = Object.hasOwn(base, key) ? result[key] : undefined;
    const at = `${path}.${key}`;
    if (was === undefined) throw new Error(`[penchant] ${at} is not a setting of a policy.`);
    if (typeof was !== typeof value || value === null || Number.isNaN(value))
      throw new Error(`[penchant] ${at} must be a ${typeof was}.`);
    result[key] = typeof was === 'object' ? overlay(was as object, value as object, at) : value;
  }
  return result;
}
