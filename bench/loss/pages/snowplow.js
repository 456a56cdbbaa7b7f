import { flushBuffer, newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';

newTracker('sp', document.currentScript.dataset.collector, { appId: 'bench', encodeBase64: false });

globalThis.bench = {
  ready: Promise.resolve(),
  event: (i) =>
    trackSelfDescribingEvent({ event: { schema: 'iglu:bench/like/jsonschema/1-0-0', data: { index: `idx_${i}_` } } }),
  flush: () => flushBuffer(),
  hurry: () => undefined, // it sends by itself
};
