import { useTracker } from '@penchant/vue';
import { onScopeDispose, shallowReactive } from 'vue';

/** The share of each video that was watched, 0 to 1: what Penchant was told, on this visit and before. */
export function useWatched(): ReadonlyMap<string, number> {
  const { export: everything, signals$ } = useTracker();
  const watched = shallowReactive(new Map<string, number>());
  const note = (item: string, coverage = 0): void => {
    watched.set(item, Math.max(coverage, watched.get(item) ?? 0));
  };

  async function recall(): Promise<void> {
    for (const { signal } of (await everything()).signals)
      if (signal.kind === 'watch') note(signal.item, signal.coverage);
  }
  void recall();
  const listening = signals$.subscribe((signal) => {
    if (signal.kind === 'watch') note(signal.item, signal.coverage);
  });
  onScopeDispose(() => listening.unsubscribe());
  return watched;
}
