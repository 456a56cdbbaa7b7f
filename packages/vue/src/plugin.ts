import { createTracker, type Tracker, type TrackerOptions } from '@penchant/browser';
import type { Plugin } from 'vue';
import { itemDirective } from './item-directive.js';
import { TRACKER } from './tracker.js';

/** `app.use(penchant, options)`: a tracker's options, or `{ tracker }` for one that there is already. */
export const penchant: Plugin<[options: TrackerOptions | { readonly tracker: Tracker }]> = {
  install(app, options) {
    app.provide(TRACKER, 'tracker' in options ? options.tracker : createTracker(options));
    app.directive('penchant-item', itemDirective);
  },
};
