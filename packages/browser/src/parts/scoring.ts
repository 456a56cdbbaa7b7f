export { scoringBy } from '../scoring.js';
