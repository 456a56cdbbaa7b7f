import posthog from 'posthog-js';
import { nameOf } from '../event.mjs';

const { collector, tuned } = document.currentScript.dataset;

posthog.init('phc_bench', {
  api_host: collector,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  disable_session_recording: true,
  advanced_disable_flags: true,
  disable_surveys: true,
  disable_external_dependency_loading: true,
  opt_out_useragent_filter: true,
  ...(tuned !== undefined && { persistence: 'memory', disable_compression: true }),
  rate_limiting: { events_per_second: 1e6, events_burst_limit: 1e6 },
});

globalThis.bench = {
  ready: Promise.resolve(),
  event: (i) => posthog.capture('like', { index: nameOf(i) }),
  flush: () => undefined, // there is none
  hurry: () => undefined, // it sends by itself
};
