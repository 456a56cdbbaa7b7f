import type { Policy } from '../policy/policy.js';
import type { Refusal } from '../signal.js';
import { halfLives } from './decay.js';
import type { Profile } from './profile.js';
import type { Stated } from './stated.js';
import type { Stroke } from './stroke.js';
import { exposuresAt } from './sum.js';

/** What a `Profile` is made of. Raised whenever that changes: what another version saved is not read as this one. */
export const PROFILE_VERSION = 2;

/** A profile as plain data, for a file or another device: its maps as lists of pairs. */
export type ProfileDocument = { readonly version: typeof PROFILE_VERSION } & {
  readonly [K in keyof Profile]: Profile[K] extends ReadonlyMap<infer Key, infer Value>
    ? readonly (readonly [Key, Value])[]
    : Profile[K];
};

export const saveProfile = (profile: Profile): ProfileDocument => ({
  ...profile,
  version: PROFILE_VERSION,
  features: [...profile.features],
  items: [...profile.items],
  suppressed: [...profile.suppressed],
  stated: [...profile.stated],
  acts: [...profile.acts],
  bought: [...profile.bought],
});

/**
 * What is wrong with a would-be profile, or `undefined` when nothing is: `version` when a newer one wrote it. One of
 * other half-lives than the policy's has to be rebuilt from its signals. Never throws.
 */
export function refuseProfile(value: unknown, policy: Policy): Refusal | undefined {
  if (typeof value !== 'object' || value === null) return { path: '', reason: 'type' };
  const found = value as Partial<Record<keyof ProfileDocument, unknown>>;
  if (found.version !== PROFILE_VERSION) return { path: 'version', reason: 'version' };
  const lives = halfLives(policy);
  if (JSON.stringify(found.halfLives) !== JSON.stringify(lives)) return { path: 'halfLives', reason: 'version' };
  const cells = exposuresAt(lives);
  const checks: readonly (readonly [keyof ProfileDocument, (field: unknown) => boolean])[] = [
    ['origin', isFiniteNumber],
    ['at', isFiniteNumber],
    ['features', isListOf(isPair(isListOf(isFiniteNumber, cells)))],
    ['items', isListOf(isPair(isListOf(isFiniteNumber, cells + 1)))],
    ['suppressed', isListOf(isPair(isListOf(hasNumbers('at', 'until'))))],
    ['stated', isListOf(isPair(isStated))],
    ['acts', isListOf(isPair((act) => isStroke(act, policy)))],
    ['ratings', hasNumbers('count', 'stars')],
    ['bought', isListOf(isPair(isFiniteNumber))],
    ['lost', hasNumbers('sums', 'confidence')],
  ];
  const wrong = checks.find(([field, fits]) => !fits(found[field]));
  return wrong && { path: wrong[0], reason: 'type' };
}

/** A saved profile, ready to learn. Ask `refuseProfile` first whether it is one. */
export const readProfile = (saved: ProfileDocument): Profile => ({
  halfLives: saved.halfLives,
  origin: saved.origin,
  at: saved.at,
  features: new Map(saved.features.map(([name, sum]) => [name, [...sum]])),
  items: new Map(saved.items.map(([id, sum]) => [id, [...sum]])),
  suppressed: new Map(saved.suppressed),
  stated: new Map(saved.stated),
  acts: new Map(saved.acts),
  ratings: { ...saved.ratings },
  bought: new Map(saved.bought),
  lost: { ...saved.lost },
});

type Check = (value: unknown) => boolean;
const isFiniteNumber: Check = (value) => Number.isFinite(value);
const isListOf =
  (fits: Check, length?: number): Check =>
  (value) =>
    Array.isArray(value) && (length === undefined || value.length === length) && value.every(fits);
const isPair =
  (fits: Check): Check =>
  (value) =>
    Array.isArray(value) && value.length === 2 && typeof value[0] === 'string' && fits(value[1]);
const hasNumbers =
  (...names: readonly string[]): Check =>
  (value) =>
    names.every((name) => isFiniteNumber((Object(value) as Readonly<Record<string, unknown>>)[name]));
const isStated: Check = (value) =>
  hasNumbers('at')(value) && ((value as Stated).strength === undefined || hasNumbers('strength')(value));
const isShares = isListOf(isPair(isFiniteNumber));

function isStroke(value: unknown, { kinds }: Policy): boolean {
  const { kind, item, shares } = Object(value) as Partial<Stroke>;
  const isWhole = hasNumbers('at', 'liking', 'confidence', 'propensity', 'cap', 'depth')(value);
  const isKind = typeof kind === 'string' && Object.hasOwn(kinds, kind);
  return isWhole && isKind && typeof item === 'string' && isShares(shares);
}
