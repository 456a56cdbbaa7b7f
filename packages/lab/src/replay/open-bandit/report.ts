import { epochOf } from '@penchant/core';
import { grouped, table } from '../../table.js';
import type { Checked } from './check.js';
import type { Compared } from './compare.js';
import type { ReplayedLogs } from './replay.js';

const HEADINGS = ['list', 'position', 'impressions: CSV', 'served', 'clicks: CSV', 'served', ''];
const SHOWN_DIFFERENCES = 10;

/** What is about to be sent: that the dates are not the log's own must not surprise anyone. */
export const intention = (logs: readonly string[], at: number): string =>
  `Replaying Open Bandit's ${logs.join(' and ')}, logged in 2019, as if seen on ` +
  `${new Date(at).toISOString().slice(0, 10)} (epoch ${epochOf(at)}): a collector refuses older weeks.`;

/** What was sent, and what became of it. */
export const outcome = ({ rows, contributions, requests, added, duplicates, retries, seconds }: ReplayedLogs): string =>
  `${grouped(rows)} rows in ${grouped(contributions)} contributions, ${grouped(requests)} requests: ` +
  `${grouped(added)} added, ${grouped(duplicates)} duplicates, ${grouped(retries)} retries, in ${seconds.toFixed(1)} s`;

/** The comparison as a table a person can read, and the cells that differ. */
export function verdict({ positions, cells, others }: Checked): string {
  const different = cells.filter(({ same }) => !same);
  return [
    table(HEADINGS, positions.map(tableRow)),
    `item × position: ${grouped(cells.length)} cells compared, ${grouped(different.length)} differ`,
    ...different.slice(0, SHOWN_DIFFERENCES).map(differenceIn),
    ...(different.length > SHOWN_DIFFERENCES ? [`  and ${grouped(different.length - SHOWN_DIFFERENCES)} more`] : []),
    ...(others > 0 ? [`left out: ${grouped(others)} sums of the site's other lists and weeks`] : []),
  ].join('\n');
}

const tableRow = ({ list, position, csv, served, same }: Compared): (string | number)[] => [
  list,
  position,
  csv.impressions,
  served.impressions,
  csv.clicks,
  served.clicks,
  same ? '✓' : '✗',
];

const differenceIn = ({ list, position, item, csv, served }: Compared): string =>
  `  ✗ ${list}, position ${position}, item ${item}: ` +
  `impressions ${csv.impressions} in the CSV, ${served.impressions} served; ` +
  `clicks ${csv.clicks} in the CSV, ${served.clicks} served`;
