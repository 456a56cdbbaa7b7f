import { createTracker } from '@penchant/browser';
import { extendPolicy, youtube } from '@penchant/core';
import { penchant } from '@penchant/vue';
import { createApp } from 'vue';
import { videoOf } from './catalogue.js';
import Channel from './Channel.vue';
import './channel.css';

// A video site's policy; what was opened already goes to the end of “Up next”.
const policy = extendPolicy(youtube, { name: 'slow-channel', rank: { opened: 'last' } });
const tracker = createTracker({ site: 'slow-channel', policy, features: videoOf });

await tracker.ready; // so that “Up next” begins in the viewer's order
createApp(Channel).use(penchant, { tracker }).mount('#channel');
