export { explained } from '../explained.js';
