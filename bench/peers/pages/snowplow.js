import { SnowplowElementTrackingPlugin, startElementTracking } from '@snowplow/browser-plugin-element-tracking';
import { flushBuffer, newTracker, trackSelfDescribingEvent } from '@snowplow/browser-tracker';
import { nameOf } from '../event.mjs';

const { collector, impressions } = document.currentScript.dataset;

newTracker('sp', collector, {
  appId: 'bench',
  encodeBase64: false,
  plugins: [SnowplowElementTrackingPlugin()],
});
// Seen as ours are: half in view for a second.
if (impressions !== undefined)
  startElementTracking({
    elements: {
      name: 'item',
      selector: '[data-penchant-item]',
      expose: { when: 'element', minPercentage: 0.5, minTimeMillis: 1_000 },
      details: [{ dataset: ['penchantItem'] }],
    },
  });

globalThis.bench = {
  ready: Promise.resolve(),
  event: (i) =>
    trackSelfDescribingEvent({ event: { schema: 'iglu:bench/like/jsonschema/1-0-0', data: { index: nameOf(i) } } }),
  flush: () => flushBuffer(),
  hurry: () => undefined, // it sends by itself
};
