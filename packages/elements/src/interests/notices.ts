import type { PageTracker } from '../page-tracker.js';
import { words } from '../words.js';

/** What a visitor should know of how things are kept, if not as usual. */
export function notices(status: ReturnType<PageTracker['status']> | undefined): string[] {
  if (!status) return [words().loading];
  const { profiling, consent, storage } = status;
  return [
    ...(profiling ? [] : [words().profilingOff]),
    ...(consent === 'denied' ? [words().consentDenied] : []),
    ...(consent === 'waiting' ? [words().consentAwaited] : []),
    ...(storage === 'memory' ? [words().keptForThisPage] : []),
  ];
}
