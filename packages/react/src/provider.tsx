import type { Tracker } from '@penchant/browser';
import { createContext, useContext, type ReactElement, type ReactNode } from 'react';

const TrackerContext = createContext<Tracker | undefined>(undefined);

/** Gives everything in it the page's tracker. */
export const PenchantProvider = ({
  tracker,
  children,
}: {
  readonly tracker: Tracker;
  readonly children?: ReactNode;
}): ReactElement => <TrackerContext.Provider value={tracker}>{children}</TrackerContext.Provider>;

/** The page's tracker. Throws where there is no `<PenchantProvider>` above. */
export function useTracker(): Tracker {
  const tracker = useContext(TrackerContext);
  if (!tracker) throw new Error('[penchant] useTracker needs a <PenchantProvider tracker={…}> above it.');
  return tracker;
}
