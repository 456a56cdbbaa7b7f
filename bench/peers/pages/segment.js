import { AnalyticsBrowser } from '@segment/analytics-next';
import { nameOf } from '../event.mjs';

const { host } = new URL(document.currentScript.dataset.collector);
const to = { apiHost: `${host}/v1`, protocol: 'http' };

// Its settings come from Segment's own servers; here they are given.
const analytics = AnalyticsBrowser.load(
  { writeKey: 'bench', cdnSettings: { integrations: { 'Segment.io': { apiKey: 'bench', ...to } } } },
  { integrations: { 'Segment.io': to } },
);

globalThis.bench = {
  ready: analytics.ready(),
  event: (i) => void analytics.track('like', { index: nameOf(i) }),
  flush: () => undefined, // there is none
  hurry: () => undefined, // it sends by itself
};
