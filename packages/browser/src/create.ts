import { inertTracker } from './inert.js';
import type { TrackerOptions } from './options.js';
import { startTracker, type Tracker } from './tracker.js';

const trackers = new Map<string, Tracker>();

/**
 * The site's tracker on this page: the same one however often it is asked for. On a server it ranks nothing and stores
 * nothing.
 */
export function createTracker(options: TrackerOptions): Tracker {
  return typeof document === 'undefined' ? inertTracker() : trackerOf(options);
}

/** The same, where there is a page for certain. */
export function trackerOf(options: TrackerOptions): Tracker {
  const { site } = options;
  let tracker = trackers.get(site);
  if (!tracker) trackers.set(site, (tracker = startTracker(options, () => trackers.delete(site))));
  return tracker;
}
