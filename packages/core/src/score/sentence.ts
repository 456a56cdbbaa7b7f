import { cosine, featureShares, type Item } from '../item.js';
import type { Observation } from '../profile/profile.js';
import type { ScoredKind } from '../policy/policy.js';
import { isScored, type Signal } from '../signal.js';
import { isGlance } from './dwell.js';
import type { LedgerEntry } from './ledger.js';

/** What the visitor did, after "you". */
const VERB: Readonly<Record<ScoredKind, string>> = {
  impression: 'saw',
  click: 'opened',
  dwell: 'opened',
  watch: 'watched',
  like: 'liked',
  dislike: 'disliked',
  hide: 'hid',
  skip: 'skipped',
  rate: 'rated',
  save: 'saved',
  share: 'shared',
  cart: 'put in the cart',
  purchase: 'bought',
  repurchase: 'bought again',
  return: 'returned',
};

/** A score in one plain sentence: what most of it comes from, and which way it points. */
export function sentence(item: Item, entries: readonly LedgerEntry[], behind: readonly Observation[]): string {
  const top = entries[0];
  if (!top) return 'Nothing is known about this yet.';
  const liked = top.contribution > 0;
  switch (top.kind) {
    case 'quality':
      return `Others open this ${liked ? 'more' : 'less'} often than most.`;
    case 'neighbour':
      return `People who liked ${top.item} ${liked ? '' : 'seldom '}liked this too.`;
    case 'earlier':
      return `Because of what you ${liked ? 'liked' : 'disliked'} a while ago.`;
    case 'interest':
      return `You asked for ${liked ? 'more' : 'less'} ${about(top.item)}.`;
    case 'impression':
      return 'You passed over this several times.';
    default:
      return `${liked ? 'Because' : 'Lower because'} you ${did(top.kind, top.item, item, behind)}.`;
  }
}

const verbOf = (signal: Signal): string =>
  !isScored(signal) ? '' : isGlance(signal) ? 'looked at' : VERB[signal.kind];

/** What was done, and to what: the item itself, how many items that share its most telling feature, or what points the other way. */
function did(kind: ScoredKind, to: string, item: Item, behind: readonly Observation[]): string {
  const told = behind.find(({ signal }) => signal.kind === kind && signal.item === to);
  const verb = told ? verbOf(told.signal) : VERB[kind];
  if (told && cosine(featureShares(told.item), new Map(featureShares(item))) < 0) return `${verb} things unlike this`;
  return `${verb} ${object(
    item,
    behind.filter((one) => verbOf(one.signal) === verb),
  )}`;
}

function object(item: Item, same: readonly Observation[]): string {
  if (same.some(({ signal }) => signal.item === item.id)) return 'this';
  let best: { name: string; items: number } | undefined;
  for (const [name] of featureShares(item)) {
    const items = new Set(
      same.filter((o) => featureShares(o.item).some(([other]) => other === name)).map((o) => o.item.id),
    );
    if (items.size > (best?.items ?? 0)) best = { name, items: items.size };
  }
  if (!best || best.name.startsWith('#')) return 'things like this';
  return `${best.items} ${best.items === 1 ? 'item' : 'items'} ${about(best.name)}`;
}

function about(feature: string): string {
  const [family, ...rest] = feature.split(':');
  const label = rest.join(':').replaceAll('-', ' ') || family;
  return `${family === 'creator' ? 'by' : 'about'} ${label}`;
}
