import { nameOf } from '../event.mjs';

// The page's end of our own script, which `penchant.js` in the head has opened by now.
const { penchant } = globalThis;

globalThis.bench = {
  ready: new Promise((resolve) => penchant(resolve)),
  event: (i) => penchant('like', nameOf(i)),
  flush: () => penchant('flush'),
  hurry: () => penchant('flush'), // by itself it sends after five seconds, and when the page is hidden
};
