export { defineElements } from './define.js';
export { PenchantFeedback } from './feedback/feedback.js';
export { PenchantInspector } from './inspector/inspector.js';
export { PenchantInterests } from './interests/interests.js';
export type { PageTracker } from './page-tracker.js';
export { translate, words, type Words } from './words.js';
