import { init, track } from '@plausible-analytics/tracker';
import { nameOf } from '../event.mjs';

globalThis.__plausible = true; // without it, an automated browser is not counted
init({
  domain: 'bench',
  endpoint: `${document.currentScript.dataset.collector}/api/event`,
  captureOnLocalhost: true,
  autoCapturePageviews: false,
});

globalThis.bench = {
  ready: Promise.resolve(),
  event: (i) => track('like', { props: { index: nameOf(i) } }),
  flush: () => undefined, // there is none
  hurry: () => undefined, // it sends by itself
};
