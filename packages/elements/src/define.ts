import { PenchantFeedback } from './feedback/feedback.js';
import { PenchantInspector } from './inspector/inspector.js';
import { PenchantInterests } from './interests/interests.js';
import { provideTracker, type PageTracker } from './page-tracker.js';

const ELEMENTS = {
  'penchant-feedback': PenchantFeedback,
  'penchant-interests': PenchantInterests,
  'penchant-inspector': PenchantInspector,
} as const;

declare global {
  interface HTMLElementTagNameMap {
    'penchant-feedback': PenchantFeedback;
    'penchant-interests': PenchantInterests;
    'penchant-inspector': PenchantInspector;
  }
}

/** Makes the elements known to the browser, and gives them the page's tracker. Does nothing on a server. */
export function defineElements(tracker?: PageTracker): void {
  if (typeof customElements === 'undefined') return;
  for (const [name, element] of Object.entries(ELEMENTS))
    if (!customElements.get(name)) customElements.define(name, element);
  if (tracker) provideTracker(tracker);
}
