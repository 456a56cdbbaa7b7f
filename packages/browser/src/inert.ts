import { emptyModel, defaultPolicy, emptyProfile, explain, saveProfile, viewOf } from '@penchant/core';
import { EMPTY } from 'rxjs';
import type { Tracker } from './api.js';

/** The tracker of a server: every list stays in the page's order. */
export function inertTracker(): Tracker {
  const nothing = emptyProfile(defaultPolicy);
  const ignore = (): void => {};
  return {
    ready: Promise.resolve(),
    rank: (items, { limit } = {}) => items.slice(0, limit),
    explain: (item) =>
      explain(typeof item === 'string' ? { id: item } : item, [], nothing, emptyModel, defaultPolicy, 0),
    record: ignore,
    like: ignore,
    dislike: ignore,
    hide: ignore,
    skip: ignore,
    save: ignore,
    share: ignore,
    cart: ignore,
    rate: ignore,
    purchase: ignore,
    returned: ignore,
    undo: async () => {},
    setInterest: ignore,
    suppressions: async () => [],
    unsuppress: ignore,
    setProfiling: ignore,
    profile: () => viewOf(nothing, defaultPolicy, 0),
    profile$: EMPTY,
    signals$: EMPTY,
    rejected$: EMPTY,
    reordered$: EMPTY,
    vitals$: EMPTY,
    consent: ignore,
    forget: async () => {},
    exclude: async () => {},
    export: async () => ({
      profile: saveProfile(nothing),
      signals: [],
      holdings: undefined,
      sent: [],
      profiling: true,
    }),
    receipt: async () => [],
    describeEgress: async () => ({ says: 'Nothing leaves a server.', url: undefined, waiting: [] }),
    audit: async () => ({ summary: 'A server shows no page.', items: [], findings: [] }),
    flush: async () => {},
    status: () => ({
      state: 'ready',
      storage: 'none',
      mode: 'local',
      consent: 'denied',
      profiling: true,
      unsaved: 0,
      recorded: 0,
      refused: {},
      acknowledged: 0,
      journal: undefined,
    }),
    stop: ignore,
  };
}
