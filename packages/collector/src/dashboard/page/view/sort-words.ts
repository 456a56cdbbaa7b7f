import type { Sort } from '../../overview-document.js';

/** Every order of items, by what people call it. */
export const SORT_WORDS: readonly (readonly [Sort, string])[] = [
  ['best', 'Best first'],
  ['worst', 'Worst first'],
];
