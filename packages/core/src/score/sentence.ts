import { featureShares, type Item } from '../item.js';
import type { Observation } from '../profile/profile.js';
import type { LedgerEntry } from './ledger.js';

const VERB = { click: 'opened', like: 'liked', dislike: 'disliked' } as const;
type Verb = keyof typeof VERB;

/** A score in one plain sentence: what most of it comes from, and which way it points. */
export function sentence(item: Item, entries: readonly LedgerEntry[], behind: readonly Observation[]): string {
  const top = entries[0];
  if (!top) return 'Nothing is known about this yet.';
  const liked = top.liking > 0;
  switch (top.kind) {
    case 'quality':
      return `Others open this ${liked ? 'more' : 'less'} often than most.`;
    case 'impression':
      return 'You passed over this several times.';
    case 'earlier':
      return `Because of what you ${liked ? 'liked' : 'disliked'} a while ago.`;
    default:
      return `${liked ? 'Because' : 'Lower because'} you ${VERB[top.kind]} ${object(item, top.kind, behind)}.`;
  }
}

/** What was acted on: the item itself, or how many items that share its most telling feature. */
function object(item: Item, kind: Verb, behind: readonly Observation[]): string {
  const same = behind.filter(({ signal }) => signal.kind === kind);
  if (same.some(({ signal }) => signal.item === item.id)) return 'this';
  let best: { name: string; items: number } | undefined;
  for (const [name] of featureShares(item)) {
    const items = new Set(
      same.filter((o) => featureShares(o.item).some(([other]) => other === name)).map((o) => o.item.id),
    );
    if (items.size > (best?.items ?? 0)) best = { name, items: items.size };
  }
  if (!best) return 'things like this';
  const [family, ...rest] = best.name.split(':');
  const label = rest.join(':').replaceAll('-', ' ') || family;
  return `${best.items} ${best.items === 1 ? 'item' : 'items'} ${family === 'creator' ? 'by' : 'about'} ${label}`;
}
