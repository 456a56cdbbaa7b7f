import type { Contribution } from '@penchant/core';
import type { Fold } from '../journal/journal.js';
import { contributor, type Contributor, type ContributorOptions } from './contributor.js';
import { foldFor, type Refused } from './fold.js';
import { addressOf, bodyOf, send } from './send.js';

/** How the contributions of a site are made, in which words they are sent, and where to. */
export interface Post {
  readonly url: string;
  readonly fold: Fold;
  bodyOf(contribution: Contribution): string;
}

export const postOf = (collector: string, site: string, refused?: Refused): Post => ({
  url: addressOf(collector),
  fold: foldFor(site, refused),
  bodyOf,
});

/** Sends the contributions of a site to a collector; `stop` is what ends a sending that is under way. */
export function contribute(
  collector: string,
  site: string,
  { stop, refused, ...options }: Omit<ContributorOptions, 'fold' | 'send'> & { stop(): AbortSignal; refused: Refused },
): Contributor {
  const { url, fold } = postOf(collector, site, refused);
  return contributor({ ...options, fold, send: (contribution) => send(url, contribution, stop()) });
}
