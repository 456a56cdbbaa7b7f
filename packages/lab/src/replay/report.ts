import type { Interval } from '../bootstrap.js';
import { grouped, table } from '../table.js';
import type { Replayed } from './replay.js';

/** What was replayed, in a line. */
export const summary = ({ signals, visitors, visits, lists, opened, units }: Replayed): string =>
  `${grouped(signals)} signals in ${grouped(visits)} visits of ${grouped(visitors)} visitors; ${grouped(lists)} lists to order, ` +
  `something opened in ${grouped(opened)}; 95 % intervals over ${units}`;

export const COMPARISON_HEADINGS = (policy: string, against: string): string[] => [
  '',
  'as shown',
  policy,
  against,
  `${policy} − ${against}`,
  '',
];

export const comparisonRows = ({ measured }: Replayed, k: number): string[][] =>
  measured.map(({ measure, shown, policy: by, against: other, gain }) => [
    measure === 'NDCG' ? `NDCG@${k}` : measure,
    withInterval(shown),
    withInterval(by),
    withInterval(other),
    withInterval(gain, '+'),
    verdictOn(gain),
  ]);

/** Both policies beside what was shown. */
export const comparison = (replayed: Replayed, k: number, policy: string, against: string): string =>
  table(COMPARISON_HEADINGS(policy, against), comparisonRows(replayed, k));

export function withInterval({ value, low, high }: Interval, plus = ''): string {
  const digits = (number: number): string =>
    Number.isNaN(number) ? '–' : `${number > 0 ? plus : ''}${number.toFixed(4)}`.replace('-', '−');
  return `${digits(value)} [${digits(low)}, ${digits(high)}]`;
}

export const verdictOn = ({ low, high }: Interval): string =>
  low > 0 ? 'better' : high < 0 ? 'worse' : 'no difference seen';
