import type { Item } from '../item.js';
import { MAX_OPEN_ACTS } from '../limits.js';
import { keepNewest } from '../newest.js';
import type { Policy } from '../policy/policy.js';
import { weight } from '../score/score.js';
import { isExplicit, type Explicit, type Signal } from '../signal.js';
import { DAY_MS } from '../time.js';
import { columnOf, halfLives, OWN } from './decay.js';
import { actOf, isDeeper, strokeOf, type Stroke } from './stroke.js';
import { addToSum, cellOf, columnAt, exposuresAt, factor, pairAt, type Sum } from './sum.js';
import { state, type StatedInterests } from './stated.js';
import { lift, mergeSuppressions, suppressBy, type Suppressions } from './suppress.js';
import { trim } from './trim.js';

/**
 * What a visitor likes: fading sums of liking per feature and per item, and what is suppressed. Sums stand as they will
 * at one time, the `origin`: what is told at another time is multiplied by 2^((at − origin) / half-life) as it comes,
 * and nothing that is there has to be touched. Profiles add up (`merge`), so a burst of signals is a small profile of
 * its own, and tabs can share one without locks.
 */
export interface Profile {
  /** The half-lives of its sums, in days; a profile of others is rebuilt, not read. */
  readonly halfLives: readonly number[];
  /** The time that its sums stand for, and that of the newest signal: milliseconds since 1970-01-01. */
  origin: number;
  at: number;
  readonly features: Map<string, Sum>;
  readonly items: Map<string, Sum>;
  readonly suppressed: Suppressions;
  /** What the visitor said of features: it stands in the place of what was learnt of them. */
  readonly stated: StatedInterests;
  /** What the deepest signal of each act so far added. */
  readonly acts: Map<string, Stroke>;
  /** All ratings, for their mean. They do not fade: how generous a visitor is does not change. */
  readonly ratings: { count: number; stars: number };
  /** How often each item was bought. */
  readonly bought: Map<string, number>;
  /** What had to be forgotten to keep the bounds: how many sums, and their confidence when they went. */
  readonly lost: { sums: number; confidence: number };
}

/** A signal together with what was known of its item when it was given. */
export interface Observation {
  readonly signal: Signal;
  readonly item: Item;
}

export const emptyProfile = (policy: Policy): Profile => blankProfile(halfLives(policy));

/** An empty profile whose sums fade by these half-lives, in days. */
export const blankProfile = (lives: readonly number[]): Profile => ({
  halfLives: lives,
  origin: 0,
  at: 0,
  features: new Map(),
  items: new Map(),
  suppressed: new Map(),
  stated: new Map(),
  acts: new Map(),
  ratings: { count: 0, stars: 0 },
  bought: new Map(),
  lost: { sums: 0, confidence: 0 },
});

/** The profile of a visitor who did these things: exactly that of one who never did what was taken back. */
export const profileOf = (observations: readonly Observation[], policy: Policy): Profile =>
  standing(observations).reduce((profile, each) => learn(profile, each, policy), emptyProfile(policy));

/** What was not taken back. */
export function standing(observations: readonly Observation[]): Observation[] {
  const undone = new Set(observations.map(({ signal }) => (signal.kind === 'undo' ? nameOf(signal.of) : '')));
  return observations.filter(({ signal }) => signal.kind !== 'undo' && !undone.has(nameOf(signal)));
}

/** The last thing that a visitor said of an item on purpose, and did not take back. */
export function lastSaid(observations: readonly Observation[], item: string): Explicit | undefined {
  const said = new Map<string, Explicit>();
  for (const { signal } of observations) {
    if (signal.kind === 'undo') said.delete(nameOf(signal.of));
    else if (signal.item === item && isExplicit(signal)) said.set(nameOf(signal), signal);
  }
  return [...said.values()].at(-1);
}

/** One signal, whatever it became in context: a purchase may have turned out to be a repurchase. */
const nameOf = ({ kind, item, at }: Signal): string => `${at} ${kind === 'repurchase' ? 'purchase' : kind} ${item}`;

/**
 * Adds one signal to a profile, in place, and returns it. O(features of the item), whatever the profile holds; the order
 * of signals does not matter beyond rounding (1e-9).
 */
export function learn(profile: Profile, { signal, item }: Observation, policy: Policy): Profile {
  const told = signal.kind === 'undo' ? signal.of : signal;
  const sign = told === signal ? 1 : -1;
  if ('gift' in told && told.gift) return profile; // it says nothing of the visitor
  reach(profile, told.at);
  profile.at = Math.max(profile.at, signal.at);
  if (told.kind === 'interest') return (state(profile.stated, told.item, told), profile);
  if (told.kind === 'unsuppress') return (lift(profile.suppressed, told), profile);
  if (told.kind === 'impression' && policy.impression.counts === 'ignored') {
    addToSum(rowOf(profile.items, told.item, profile), exposuresAt(profile.halfLives), scaleTo(profile, told.at, 1));
    return trim(profile);
  }
  const stroke = strokeOf(told, item, policy);
  const act = policy.funnel === 'strongest' ? actOf(told) : undefined;
  if (act === undefined) press(profile, stroke, sign, policy);
  else play(profile, act, stroke, policy);
  suppressBy(profile.suppressed, told, item, policy, sign < 0);
  if (told.kind === 'rate') {
    profile.ratings.count += sign;
    profile.ratings.stars += sign * told.stars;
  }
  if (told.kind === 'purchase' || told.kind === 'repurchase') buy(profile, told.item, sign);
  return trim(profile);
}

/** Adds one profile to another of the same half-lives, in place, and returns it. */
export function merge(into: Profile, from: Profile, policy: Policy): Profile {
  reach(into, from.at);
  into.at = Math.max(into.at, from.at);
  const factors = into.halfLives.map((life) => factor(into.origin, from.origin, life));
  for (const sums of ['features', 'items'] as const)
    for (const [key, sum] of from[sums]) {
      const row = rowOf(into[sums], key, into);
      for (let cell = 0; cell < sum.length; cell++)
        addToSum(row, cell, cellOf(sum, cell) * cellOf(factors, columnAt(cell, into.halfLives)));
    }
  for (const [act, stroke] of from.acts) {
    if (into.acts.has(act)) press(into, stroke, -1, policy); // both counted the act: `play` says which of the two does
    if (into.acts.has(act)) play(into, act, stroke, policy);
    else into.acts.set(act, stroke);
  }
  mergeSuppressions(into.suppressed, from.suppressed);
  for (const [feature, stated] of from.stated) state(into.stated, feature, stated);
  for (const [item, times] of from.bought) buy(into, item, times);
  for (const name of ['count', 'stars'] as const) into.ratings[name] += from.ratings[name];
  for (const name of ['sums', 'confidence'] as const) into.lost[name] += from.lost[name];
  keepNewest(into.acts, MAX_OPEN_ACTS);
  return trim(into);
}

function buy({ bought }: Profile, item: string, times: number): void {
  const now = (bought.get(item) ?? 0) + times;
  if (now === 0) bought.delete(item);
  else bought.set(item, now);
}

/** Of one act, only the deepest signal counts. */
function play(profile: Profile, act: string, stroke: Stroke, policy: Policy): void {
  const known = profile.acts.get(act);
  if (known && !isDeeper(stroke, known)) return;
  if (known) press(profile, known, -1, policy);
  press(profile, stroke, 1, policy);
  profile.acts.set(act, stroke);
  keepNewest(profile.acts, MAX_OPEN_ACTS); // the others are closed: what they added stays
}

/** Adds what a signal adds, or takes it away: to its item as if that were a feature that is all of it, then to the features. */
function press(profile: Profile, stroke: Stroke, sign: number, policy: Policy): void {
  const { kind, item, at, liking, glance, shares } = stroke;
  const column = columnOf(kind, policy, profile.halfLives);
  const pair = pairAt(column);
  const amount = sign * weight(stroke) * scaleTo(profile, at, column);
  const isCentred = kind === 'rate' && policy.rating.table.length === 0;
  for (let i = glance ? 0 : -1; i < shares.length; i++) {
    const of = i < 0 ? undefined : shares[i]; // the item itself comes first
    const key = of ? of[0] : item;
    const share = of ? of[1] : 1;
    const sums = of ? profile.features : profile.items;
    const row = rowOf(sums, key, profile);
    const pressed = Math.abs(amount * share);
    if (isCentred) addToSum(row, 0, amount * share);
    addToSum(row, pair, amount * liking * share);
    addToSum(row, pair + 1, sign * pressed);
    if (Math.abs(cellOf(row, pair + 1)) <= pressed * ROUNDING) sweep(sums, key, row, pair, pressed);
  }
}

/** What is left of something that was taken away again is rounding: it goes, and the whole row with it when it held nothing else. */
function sweep(sums: Map<string, Sum>, key: string, row: Sum, pair: number, taken: number): void {
  row[pair] = row[pair + 1] = 0;
  if (Math.abs(cellOf(row, 0)) <= taken * ROUNDING) row[0] = 0;
  if (row.every((cell) => cell === 0)) sums.delete(key);
}
const ROUNDING = 1e-12;

function rowOf(sums: Map<string, Sum>, key: string, { halfLives: lives, items }: Profile): Sum {
  let row = sums.get(key);
  if (!row) sums.set(key, (row = new Array<number>(exposuresAt(lives) + (sums === items ? 1 : 0)).fill(0)));
  return row;
}

const scaleTo = (profile: Profile, atMs: number, column: number): number =>
  factor(profile.origin, atMs, cellOf(profile.halfLives, column));

/** How far from its origin, in the shortest of its half-lives, a profile can tell of: well inside what a double holds (2^±1022). */
const REACH = 500;

/** Moves a profile's origin where that is needed: to the first signal, or to one so late that numbers would overflow. */
function reach(profile: Profile, atMs: number): void {
  const { halfLives: lives, items, features } = profile;
  if (items.size + features.size === 0) profile.origin = atMs;
  if (atMs - profile.origin <= REACH * cellOf(lives, OWN) * DAY_MS) return;
  for (const sums of [features, items])
    for (const row of sums.values())
      for (let cell = 0; cell < row.length; cell++)
        row[cell] = cellOf(row, cell) / factor(profile.origin, atMs, cellOf(lives, columnAt(cell, lives)));
  profile.origin = atMs;
}
