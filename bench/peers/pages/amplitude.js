import * as amplitude from '@amplitude/analytics-browser';
import { nameOf } from '../event.mjs';

const { collector } = document.currentScript.dataset;

globalThis.bench = {
  ready: amplitude.init('k'.repeat(32), {
    serverUrl: `${collector}/2/httpapi`,
    autocapture: false,
    fetchRemoteConfig: false,
    remoteConfig: { fetchRemoteConfig: false },
  }).promise,
  event: (i) => void amplitude.track('like', { index: nameOf(i) }),
  flush: () => void amplitude.flush(),
  hurry: () => undefined, // it sends by itself
};
