import type { Tracker } from '@penchant/browser';
import { inject, type InjectionKey } from 'vue';

export const TRACKER: InjectionKey<Tracker> = Symbol('penchant');

/** The page's tracker. Throws where the app does not use `penchant`. */
export function useTracker(): Tracker {
  const tracker = inject(TRACKER, undefined);
  if (!tracker) throw new Error('[penchant] useTracker needs app.use(penchant, { site: … }), inside setup().');
  return tracker;
}
