import { rankingOf, type Item, type RankedOptions } from '@penchant/browser';
import { useEffect, useMemo, useSyncExternalStore } from 'react';
import { useTracker } from './provider.js';

/**
 * The same items, best first; in the page's order on the server and while hydrating. The same array while nothing
 * changes. A new order is taken when the component is mounted, when what was saved is at hand (what the visitor may be
 * looking at stays where it is), and when `refresh` changes. Of items that come later, new ones are ranked behind those
 * that were there.
 */
export function useRanked<T extends Item>(items: readonly T[], options: RankedOptions = {}): readonly T[] {
  const tracker = useTracker();
  const ranking = useMemo(() => rankingOf<T>(tracker), [tracker]);
  useEffect(() => ranking.commit(items, options)); // before what follows subscribes
  return useSyncExternalStore(
    ranking.subscribe,
    () => ranking.show(items, options),
    () => ranking.showPage(items, options),
  );
}
