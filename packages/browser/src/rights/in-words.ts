import { DAY_MS, type Contribution } from '@penchant/core';

const times = (n: number, what: string): string[] => (n === 0 ? [] : [`${what}${n === 1 ? '' : ` ${n} times`}`]);
const joined = (...words: readonly (readonly string[])[]): string => words.flat().join(' and ');

/** What a contribution says, in plain words. */
export function inWords(contribution: Contribution): string {
  const week = new Date(contribution.epoch * 7 * DAY_MS).toISOString().slice(0, 10);
  const where = contribution.family === 'list' ? `, in the list ${contribution.list}` : '';
  return `In the week from ${week}${where}: ${said(contribution).join('; ')}.`;
}

function said(contribution: Contribution): string[] {
  switch (contribution.family) {
    case 'list':
      return contribution.cells.map(
        ({ item, position, impressions, clicks }) =>
          `${item} at place ${position} was ${joined(times(impressions, 'seen'), times(clicks, 'opened'))}`,
      );
    case 'reactions':
      return contribution.cells.map(
        ({ item, likes, dislikes }) => `${item} was ${joined(times(likes, 'liked'), times(dislikes, 'disliked'))}`,
      );
    case 'losses':
      return contribution.cells.map(({ reason, signals }) => `${signals} signals were not counted (${reason})`);
    case 'watch':
      return contribution.cells.map(
        ({ duration, coverage, plays }) =>
          `of something of length ${duration} of 16, ${5 * coverage} to ${5 * coverage + 5} % was ${joined(times(plays, 'played'))}`,
      );
    case 'dwell':
      return contribution.cells.map(
        ({ place, device, time, dwells }) =>
          `something was looked at (${place}, ${device}, for about ${Math.round(2 ** (time / 2))} s)${dwells === 1 ? '' : ` ${dwells} times`}`,
      );
    case 'pairs':
      return contribution.cells.map(({ item, other }) =>
        item === other ? `${item} was liked` : `${item} and ${other} were liked by the same visitor`,
      );
    case 'purchases':
      return contribution.cells.map(
        ({ item, purchases, returns }) =>
          `${item} was ${joined(times(purchases, 'bought'), times(returns, 'given back'))}`,
      );
  }
}
