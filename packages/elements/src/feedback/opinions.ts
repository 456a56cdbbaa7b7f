import type { Signal, SignalInput } from '@penchant/browser';
import type { PageTracker } from '../page-tracker.js';

/** What a feedback button says. */
export type OpinionKind = 'like' | 'dislike' | 'hide';
export type Opinion = Signal & { readonly kind: OpinionKind };

export const isOpinion = (signal: Signal): signal is Opinion =>
  signal.kind === 'like' || signal.kind === 'dislike' || signal.kind === 'hide';

/** What the visitor said of each item, as it stands: of two, the later. */
export interface Opinions {
  of(item: string): Opinion | undefined;
  /** Says it in the place of what was said before; without a kind, takes that back. True when it was noted. */
  say(item: string, kind: OpinionKind | undefined): boolean;
  /** Tells whenever one changes. Returns how to stop. */
  follow(tell: () => void): () => void;
}

const known = new WeakMap<PageTracker, Opinions>();

/** The opinions that a tracker knows of: gathered once for all elements of the page. */
export function opinionsOf(tracker: PageTracker): Opinions {
  const opinions = known.get(tracker) ?? gather(tracker);
  known.set(tracker, opinions);
  return opinions;
}

function gather(tracker: PageTracker): Opinions {
  let standing = new Map<string, Opinion>();
  const followers = new Set<() => void>();
  let heard = 0;
  const changed = (): void => {
    for (const tell of followers) tell();
  };
  tracker.signals$.subscribe((signal) => {
    heard++;
    if (hear(standing, signal)) changed();
  });
  tracker.profile$.subscribe(({ items, features }) => {
    const isForgotten = Object.keys(items).length + Object.keys(features).length === 0;
    if (!isForgotten || standing.size === 0) return;
    standing.clear();
    changed();
  });
  /** What was said on earlier visits, and meanwhile. */
  const recall = async (): Promise<void> => {
    await tracker.ready;
    const since: Signal[] = [];
    const listening = tracker.signals$.subscribe((signal) => since.push(signal));
    const { signals } = await tracker.export().finally(() => listening.unsubscribe());
    const recalled = new Map<string, Opinion>();
    const told = signals.map(({ signal }) => signal).sort((a, b) => a.at - b.at);
    for (const signal of [...told, ...since]) hear(recalled, signal);
    standing = recalled;
    changed();
  };
  recall().catch(() => {}); // the tracker was stopped, or its journal taken away: what is said from now on is heard all the same

  /** Whether the tracker took it: what it refuses, it does not tell. */
  const tell = (signal: SignalInput): boolean => {
    const before = heard;
    tracker.record(signal);
    return heard > before;
  };
  return {
    of: (item) => standing.get(item),
    say(item, kind) {
      const before = standing.get(item);
      const isTakenBack = before === undefined || tell({ kind: 'undo', item, of: before });
      return isTakenBack && (kind === undefined || tell({ kind, item }));
    },
    follow(follower) {
      followers.add(follower);
      return () => void followers.delete(follower);
    },
  };
}

/** Takes note of an opinion, or that it was taken back. False when a signal is neither. */
function hear(into: Map<string, Opinion>, signal: Signal): boolean {
  if (isOpinion(signal)) into.set(signal.item, signal);
  else return signal.kind === 'undo' && into.get(signal.item)?.at === signal.of.at && into.delete(signal.item);
  return true;
}
