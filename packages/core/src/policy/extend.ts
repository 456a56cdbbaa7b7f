import { defaultPolicy, type Policy } from './policy.js';

/** A policy's changes: any part of it, to any depth. Lists are replaced whole. */
export type PolicyChanges = DeepPartial<Policy>;
type DeepPartial<T> = { readonly [K in keyof T]?: T[K] extends Whole ? T[K] : DeepPartial<T[K]> };
type Whole = string | number | boolean | readonly unknown[] | undefined;

/** Least and most of each number, by the last word of its path; of the others, 0 and a million. */
const RANGES: Readonly<Record<string, readonly [least: number, most: number]>> = {
  liking: [-1, 1],
  bounced: [-1, 1],
  theta: [1e-6, 1], // nothing is weighted up by more than a million
  eta: [0, 10],
  table: [-1e6, 1e6],
  labels: [0, 1],
  point: [-1, 1],
  mu: [-1e6, 1e6],
  halfLifeDays: [1e-3, 1e5],
  sigma: [1e-3, 1e3],
  prior: [1, 5],
  content: [0, 1],
  relevance: [0, 1],
  similarFrom: [0, 1],
  unexplored: [0, 1],
  seasonal: [0, 1],
  muted: [0, 1],
  cap: [1, Infinity],
  maxWeight: [1, Infinity],
  longMs: [0, Infinity],
  completedFrom: [0, Infinity],
};
/** How many entries a list has, where that is fixed. */
const LENGTHS: Readonly<Record<string, readonly number[]>> = { table: [0, 5], labels: [3] };
const CHOICES: Readonly<Record<string, readonly string[]>> = {
  unify: ['mean', 'sum'],
  counts: ['ignored', 'always'],
  funnel: ['strongest', 'sum'],
  returnFrom: ['return', 'purchase'],
  opened: ['keep', 'last'],
};

/** A change that is none. The message says how to mend it. */
export class PolicyError extends Error {
  override readonly name = 'PolicyError';
  /** The field that is wrong: `policy.kinds.click.liking`. */
  readonly path: string;

  constructor(path: string, wrong: string) {
    super(`[penchant] ${path} ${wrong}.`);
    this.path = path;
  }
}

/**
 * A policy with some numbers changed: `extendPolicy(defaultPolicy, { kinds: { click: { liking: 0.3 } } })`.
 * @throws PolicyError naming the field and what it must be, when a change is not of the policy's shape.
 */
export const extendPolicy = (base: Policy, changes: PolicyChanges): Policy =>
  overlay(base, changes, 'policy') as Policy;

const isPart = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function must(holds: boolean, path: string, be: string): void {
  if (!holds) throw new PolicyError(path, `must be ${be}`);
}

function overlay(base: object, changes: unknown, path: string): object {
  must(isPart(changes), path, 'an object');
  const result: Record<string, unknown> = { ...base };
  for (const [key, value] of Object.entries(changes as object) as [string, unknown][]) {
    const at = `${path}.${key}`;
    const was = Object.hasOwn(base, key) ? result[key] : newcomer(path, key);
    if (was === undefined) throw new PolicyError(at, 'is not a setting of a policy');
    if (isPart(was)) result[key] = overlay(was, value, at);
    else {
      check(value, was, path.endsWith('.caps') ? 'cap' : key, at);
      result[key] = value;
    }
  }
  return result;
}

/** Some parts take names that the policy has not: families of features, other kinds of signals. */
function newcomer(path: string, key: string): unknown {
  if (path === 'policy.suppress' && Object.hasOwn(defaultPolicy.kinds, key)) return [];
  return path === 'policy.rank.caps' && key.endsWith(':') ? 1 : undefined;
}

function check(value: unknown, was: unknown, key: string, at: string): void {
  const choices = CHOICES[key];
  if (Array.isArray(was)) {
    must(Array.isArray(value), at, 'a list');
    const [values, lengths] = [value as unknown[], LENGTHS[key]];
    if (lengths) must(lengths.includes(values.length), at, `a list of ${lengths.join(' or ')}`);
    values.forEach((each, i) => checkEntry(each, key, `${at}[${i}]`));
  } else if (choices)
    must(
      choices.some((choice) => choice === value),
      at,
      choices.join(' or '),
    );
  else if (key === 'version') must(value === was, at, `${String(was)}: a policy of another version cannot be read`);
  else if (typeof was === 'number') {
    const [least, most] = RANGES[key] ?? [0, 1e6];
    const fits = typeof value === 'number' && value >= least && value <= most;
    must(fits, at, `a number from ${least} to ${most}`);
  } else must(typeof value === typeof was, at, `a ${typeof was}`);
}

/** Entries of lists are numbers, points of a curve, or rules of suppression. */
function checkEntry(entry: unknown, key: string, at: string): void {
  if (Object.hasOwn(RANGES, key)) return check(entry, 0, key, at);
  if (key === 'curve') {
    must(Array.isArray(entry) && entry.length === 2, at, 'a pair of numbers');
    return (entry as unknown[]).forEach((number) => check(number, 0, 'point', at));
  }
  const { what, days } = Object(entry) as { readonly what?: unknown; readonly days?: unknown };
  const isRule = typeof what === 'string' && /^(item|similar|.+:)$/.test(what);
  must(isRule, `${at}.what`, 'item, similar, or a family such as creator:');
  check(days, 0, 'days', `${at}.days`);
}
