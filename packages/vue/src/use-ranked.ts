import { rankingOf, type Item, type RankedOptions } from '@penchant/browser';
import {
  computed,
  getCurrentInstance,
  onMounted,
  onScopeDispose,
  shallowRef,
  toValue,
  type ComputedRef,
  type MaybeRefOrGetter,
} from 'vue';
import { useTracker } from './tracker.js';

/**
 * The same items, best first; in the page's order on the server and while hydrating. The same array while nothing
 * changes. A new order is taken when the component is mounted, when what was saved is at hand (what the visitor may be
 * looking at stays where it is), and when `refresh` changes. Of items that come later, new ones are ranked behind those
 * that were there.
 */
export function useRanked<T extends Item>(
  items: MaybeRefOrGetter<readonly T[]>,
  options: MaybeRefOrGetter<RankedOptions> = {},
): ComputedRef<readonly T[]> {
  const ranking = rankingOf<T>(useTracker());
  const arrivals = shallowRef(0);
  let isHydrating = Boolean(getCurrentInstance()?.vnode.el); // a server's element is there already
  let stop: (() => void) | undefined;

  onMounted(() => {
    isHydrating = false;
    stop = ranking.subscribe(() => arrivals.value++);
  });
  onScopeDispose(() => stop?.());
  return computed(() => {
    void arrivals.value;
    const given = [...toValue(items)]; // read one by one: a reactive array may be changed in place
    const how = toValue(options);
    const shown = isHydrating ? ranking.showPage(given, how) : ranking.show(given, how);
    ranking.commit(given, how);
    return shown;
  });
}
