import { loadTrackers } from '../peers/trackers.mjs';
import { SIZES } from './items.mjs';

/**
 * What is measured, a row each. `words` are the settings that `peers/pages` knows; events are clicks on items that the
 * page's tracker is told of, or calls without a click; `tells`: something of it arrives at a collector;
 * `sizes` of the list, where not all.
 */
const EVENTS = [
  { name: 'page alone', clicks: true },
  { name: 'Penchant', clicks: true, tells: true },
  { name: 'Penchant', note: 'called, no click', tells: true },
  { name: 'Snowplow', clicks: true, tells: true },
  { name: 'Snowplow', note: 'watching items', words: ['impressions'], clicks: true, tells: true },
  { name: 'Amplitude', clicks: true, tells: true },
  { name: 'PostHog', clicks: true, tells: true },
  { name: 'PostHog', note: 'tuned', words: ['tuned'], clicks: true, tells: true },
  { name: 'Plausible', clicks: true, tells: true },
];

const ITEMS = [
  { name: 'page alone', sizes: SIZES.slice(-1) },
  { name: 'IntersectionObserver' },
  { name: 'Penchant', tells: true },
  { name: 'Snowplow', words: ['impressions'], tells: true },
];

/** Both, with their trackers; and the trackers that cannot be run. */
export async function loadVariants() {
  const trackers = await loadTrackers([...new Set([...EVENTS, ...ITEMS].map(({ name }) => name))]);
  const runnable = (variants) =>
    variants.flatMap((variant) => {
      const tracker = trackers.find(({ name, notRun }) => name === variant.name && !notRun);
      if (!tracker) return [];
      const { name, note, ...rest } = variant;
      return [
        { ...rest, tracker, label: [name, tracker.version].filter(Boolean).join(' ') + (note ? `, ${note}` : '') },
      ];
    });
  return { events: runnable(EVENTS), items: runnable(ITEMS), notRun: trackers.filter((tracker) => tracker.notRun) };
}
