import { defaultPolicy, extendPolicy, type Policy } from '@penchant/core';
import type { Explain, Tracker } from './api.js';
import { inertTracker } from './inert.js';
import { explained } from './explained.js';
import { scoringBy } from './scoring.js';
import type { TrackerOptions } from './options.js';
import { startTracker, type ScoringMade } from './tracker.js';

/** Where a page's trackers are: on the page itself, for it may hold this code more than once, and count once all the same. */
const HOME = Symbol.for('penchant');

/** Makes the trackers of a page, one for each site: the same one however often it is asked for, by whichever copy of this code. */
export function trackersWith<Explained>(
  explain: Explain<Explained>,
): (options: TrackerOptions, scoring: ScoringMade) => Tracker<Explained> {
  return (options, scoring) => {
    const page = document as Document & { [HOME]?: Map<string, Tracker<Explained>> }; // nobody else uses the name
    const trackers = (page[HOME] ??= new Map());
    const { site } = options;
    let tracker = trackers.get(site);
    if (!tracker) {
      tracker = startTracker(options, scoring, explain, () => trackers.delete(site));
      trackers.set(site, tracker);
    }
    return tracker;
  };
}

const trackerOf = /* @__PURE__ */ trackersWith(explained);

/** The site's tracker on this page: the same one however often it is asked for. On a server, or without a site, it ranks nothing and stores nothing. */
export function createTracker(options: TrackerOptions): Tracker {
  const isNamed = !!options?.site; // JavaScript may leave it out
  if (!isNamed) console.warn('[penchant] needs createTracker({ site: "…" }): until then nothing is ranked or stored.');
  return isNamed && typeof document !== 'undefined'
    ? trackerOf(options, () => scoringBy(policyOf(options)))
    : inertTracker();
}

function policyOf({ policy = {}, debug }: TrackerOptions): Policy {
  try {
    return extendPolicy(defaultPolicy, policy);
  } catch (error) {
    if (debug) console.warn('[penchant] default policy:', error);
    return defaultPolicy;
  }
}
