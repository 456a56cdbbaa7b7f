import * as amplitude from '@amplitude/analytics-browser';

const { collector } = document.currentScript.dataset;

globalThis.bench = {
  ready: amplitude.init('k'.repeat(32), {
    serverUrl: `${collector}/2/httpapi`,
    autocapture: false,
    fetchRemoteConfig: false,
    remoteConfig: { fetchRemoteConfig: false },
  }).promise,
  event: (i) => void amplitude.track('like', { index: `idx_${i}_` }),
  flush: () => void amplitude.flush(),
  hurry: () => undefined, // it sends by itself
};
