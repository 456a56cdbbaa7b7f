/** Of web-vitals, what a tracker measures. */
export { onCLS, onINP, onLCP } from 'web-vitals';
