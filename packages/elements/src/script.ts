import { defineElements, type PageTracker } from './index.js';

export * from './index.js';

type Call = (use: (tracker: PageTracker) => void) => void;
type Door = Call & { q?: unknown[] };

/** The one name that the script tag gives to the page: `penchant`, unless its `data-global` says otherwise. */
const script = document.querySelector<HTMLElement>('script[data-site][data-global]');
const name = script?.dataset['global'] || 'penchant';

/** Answered by the script when it comes. */
const stub: Door = (...call) => void (stub.q ??= []).push(call);
const page = window as unknown as Record<string, Door | undefined>; // what a page names as it likes has no type

defineElements();
(page[name] ??= stub)(defineElements);
