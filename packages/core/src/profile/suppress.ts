import { cosine, eachFeature, featureShares, type FeatureShare, type Item } from '../item.js';
import { MAX_SUPPRESSIONS } from '../limits.js';
import type { Policy } from '../policy/policy.js';
import type { Signal, SignalKind } from '../signal.js';
import { DAY_MS } from '../time.js';

/** Something that is not to be shown for a while. */
export interface Suppression {
  /** The kind of signal that asked for it, when, and of which item. */
  readonly by: SignalKind;
  readonly at: number;
  readonly item: string;
  /** Milliseconds since 1970-01-01; 0 when it was taken back. */
  readonly until: number;
  /** The item's features, where what is similar to it is meant. */
  readonly shares?: readonly FeatureShare[];
}

/** What is suppressed: `item …`, `similar …`, or a feature such as `creator:jo`; each for as long as the longest of its reasons. */
export type Suppressions = Map<string, readonly Suppression[]>;

/** Adds what a signal asks to suppress, or takes it back. */
export function suppressBy(into: Suppressions, signal: Signal, item: Item, policy: Policy, isUndone: boolean): void {
  const rules = policy.suppress[signal.kind];
  if (rules)
    for (const { what, days } of rules) {
      const shares = featureShares(item);
      const isItem = what === 'item' || what === 'similar';
      const keys = isItem
        ? [`${what} ${signal.item}`]
        : shares.map(([name]) => name).filter((name) => name.startsWith(what));
      const until = isUndone ? 0 : signal.at + days * DAY_MS;
      const { kind: by, at, item: of } = signal;
      for (const key of keys) add(into, key, { by, at, item: of, until, ...(what === 'similar' && { shares }) });
    }
}

export function mergeSuppressions(into: Suppressions, from: Suppressions): void {
  for (const [key, all] of from) for (const each of all) add(into, key, each);
}

/** One reason counts once, and not at all once it was taken back, in whatever order that is learnt. The longest is the last. */
function add(into: Suppressions, key: string, one: Suppression): void {
  const same = (other: Suppression): boolean => other.by === one.by && other.at === one.at && other.item === one.item;
  const all = into.get(key) ?? [];
  const until = Math.min(...[...all.filter(same), one].map((each) => each.until));
  into.delete(key); // what was said last is forgotten last
  into.set(
    key,
    [...all.filter((each) => !same(each)), { ...one, until }].sort((a, b) => a.until - b.until || a.at - b.at),
  );
  for (const oldest of into.keys()) if (into.size > MAX_SUPPRESSIONS) into.delete(oldest);
}

/** What is suppressed at a time, with its longest reason. */
export const activeAt = (suppressed: Suppressions, nowMs: number): ReadonlyMap<string, Suppression> =>
  new Map(
    [...suppressed].flatMap(([key, all]) => {
      const longest = all.at(-1);
      return longest && longest.until > nowMs ? [[key, longest] as const] : [];
    }),
  );

/** Tells which items are suppressed at a time. */
export function suppressorOf(
  suppressed: Suppressions,
  policy: Policy,
  nowMs: number,
): (item: Item) => Suppression | undefined {
  const active = activeAt(suppressed, nowMs);
  const similar = [...active.values()].flatMap((one) => (one.shares ? [[one, new Map(one.shares)] as const] : []));
  return (item) => {
    if (active.size === 0) return undefined;
    let found = active.get(`item ${item.id}`);
    if (!found) eachFeature(item, active, (_, name) => (found ??= active.get(name)));
    if (found || similar.length === 0) return found;
    const shares = featureShares(item);
    return similar.find(([, of]) => cosine(shares, of) >= policy.similarFrom)?.[0];
  };
}

/** A profile's suppressions without one of them, for good: the visitor said so. */
export const lift = (suppressed: Suppressions, key: string): void =>
  void suppressed.set(
    key,
    (suppressed.get(key) ?? []).map((one) => ({ ...one, until: 0 })),
  );
