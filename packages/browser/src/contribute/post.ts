import type { Contribution } from '@penchant/core';
import type { Fold } from '../journal/journal.js';
import { foldFor } from './fold.js';
import { addressOf, bodyOf } from './send.js';

/** How the contributions of a site are made, in which words they are sent, and where to. */
export interface Post {
  readonly url: string;
  readonly fold: Fold;
  bodyOf(contribution: Contribution): string;
}

export const postOf = (collector: string, site: string): Post => ({
  url: addressOf(collector),
  fold: foldFor(site),
  bodyOf,
});
