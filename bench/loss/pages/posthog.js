import posthog from 'posthog-js';

posthog.init('phc_bench', {
  api_host: document.currentScript.dataset.collector,
  autocapture: false,
  capture_pageview: false,
  capture_pageleave: false,
  disable_session_recording: true,
  advanced_disable_flags: true,
  disable_surveys: true,
  disable_external_dependency_loading: true,
  opt_out_useragent_filter: true,
  rate_limiting: { events_per_second: 1e6, events_burst_limit: 1e6 },
});

globalThis.bench = {
  ready: Promise.resolve(),
  event: (i) => posthog.capture('like', { index: `idx_${i}_` }),
  flush: () => undefined, // there is none
  hurry: () => undefined, // it sends by itself
};
