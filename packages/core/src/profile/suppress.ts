import { cosine, eachFeature, featureShares, type FeatureShare, type Item } from '../item.js';
import { MAX_SUPPRESSIONS } from '../limits.js';
import { keepNewest } from '../newest.js';
import type { Policy } from '../policy/policy.js';
import type { Scored, SignalKind, Unsuppress } from '../signal.js';
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

/** A suppression to show to the visitor: of an item, of what is similar to one, or of a feature; and the item's id or the feature. */
export interface Suppressed extends Suppression {
  readonly of: 'item' | 'similar' | 'feature';
  readonly name: string;
}

/** What is suppressed: `item …`, `similar …`, or a feature such as `creator:jo`; each for as long as the longest of its reasons. */
export type Suppressions = Map<string, readonly Suppression[]>;

/** Adds what a signal asks to suppress, or takes it back. */
export function suppressBy(into: Suppressions, signal: Scored, item: Item, policy: Policy, isUndone: boolean): void {
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

/** Lifts what an item or a feature was suppressed for so far. */
export function lift(into: Suppressions, { kind: by, item, at }: Unsuppress): void {
  for (const key of [`item ${item}`, `similar ${item}`, item]) add(into, key, { by, at, item, until: 0 });
}

/** One reason counts once, and not at all once it was taken back or lifted, in whatever order that is learnt. The longest is the last. */
function add(into: Suppressions, key: string, one: Suppression): void {
  const same = (other: Suppression): boolean => other.by === one.by && other.at === one.at && other.item === one.item;
  const all = into.get(key) ?? [];
  const until = Math.min(...[...all.filter(same), one].map((each) => each.until));
  into.delete(key); // what was said last is forgotten last
  const reasons = [...all.filter((each) => !same(each)), { ...one, until }];
  const lifted = Math.max(...reasons.map(({ by, at }) => (by === 'unsuppress' ? at : -1)));
  into.set(
    key,
    reasons
      .filter(({ by, at }) => at > lifted || (by === 'unsuppress' && at === lifted))
      .sort((a, b) => a.until - b.until || a.at - b.at),
  );
  keepNewest(into, MAX_SUPPRESSIONS);
}

/** What is suppressed at a time, with its longest reason. */
export const activeAt = (suppressed: Suppressions, nowMs: number): ReadonlyMap<string, Suppression> =>
  new Map(
    [...suppressed].flatMap(([key, all]) => {
      const longest = all.at(-1);
      return longest && longest.until > nowMs ? [[key, longest] as const] : [];
    }),
  );

/** What a view of a profile says is suppressed, what ends first first. */
export const suppressionsIn = (suppressed: Readonly<Record<string, Suppression>>): Suppressed[] =>
  Object.entries(suppressed)
    .map(([key, one]): Suppressed => {
      const [, of, name = key] = /^(item|similar) (.*)$/s.exec(key) ?? [];
      return { ...one, of: of === 'item' || of === 'similar' ? of : 'feature', name };
    })
    .sort((a, b) => a.until - b.until);

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
