import { defineElements, type PageTracker } from './index.js';

export * from './index.js';

type Call = (use: (tracker: PageTracker) => void) => void;
type Door = Call & { q?: unknown[] };

/** The page's own door, or a stub whose calls the script answers when it comes. */
const page = window as unknown as { penchant?: Door }; // the one name that the script tag gives to the page
const door = (page.penchant ??= ((...call: Parameters<Call>) => void (door.q ??= []).push(call)) satisfies Door);

defineElements();
door(defineElements);
