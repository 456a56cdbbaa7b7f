import type { Interval } from '../bootstrap.js';
import type { Report } from '../report/report.js';
import type { MeasureName } from './measures.js';
import type { Replayed } from './replay.js';
import { COMPARISON_HEADINGS, comparisonRows, summary, verdictOn } from './report.js';

export interface Compared {
  readonly k: number;
  readonly policy: string;
  readonly against: string;
}

/** What two policies make of the same recording, to look at. */
export function policiesReport(replayed: Replayed, compared: Compared, command: string): Report {
  const { k, policy, against } = compared;
  const { measured } = replayed;
  const nameOf = (measure: MeasureName): string => (measure === 'NDCG' ? `NDCG@${k}` : measure);
  const row = (name: string, { value, low, high }: Interval) => ({ name, value, low, high });
  const better = measured.filter(({ gain }) => gain.low > 0).length;
  const worse = measured.filter(({ gain }) => gain.high < 0).length;
  return {
    title: `${policy} against ${against}`,
    lead: `${summary(replayed)}.`,
    command,
    sections: [
      {
        heading:
          better + worse === 0
            ? 'No difference seen'
            : `${policy} is ${better >= worse ? 'better' : 'worse'} by ${Math.max(better, worse)} of ${measured.length} measures`,
        says: `Right of the line, ${policy} does better than ${against}; a bar that crosses it may be chance.`,
        charts: [
          {
            kind: 'intervals',
            title: `${policy} − ${against}`,
            x: 'difference →',
            zero: 0,
            rows: measured.map(({ measure, gain }) => row(`${nameOf(measure)}: ${verdictOn(gain)}`, gain)),
          },
        ],
        table: { headings: COMPARISON_HEADINGS(policy, against), rows: comparisonRows(replayed, k) },
      },
      ...measured.map(({ measure, shown, policy: by, against: other }) => ({
        heading: nameOf(measure),
        says: 'The order that visitors saw, and what each policy would have made of it.',
        charts: [
          {
            kind: 'intervals' as const,
            title: nameOf(measure),
            x: `${nameOf(measure)} →`,
            rows: [row('as shown', shown), row(policy, by), row(against, other)],
          },
        ],
        table: {
          headings: ['order', nameOf(measure), 'low', 'high'],
          rows: [row('as shown', shown), row(policy, by), row(against, other)].map(({ name, value, low, high }) => [
            name,
            ...[value, low, high].map((number) => number.toFixed(4)),
          ]),
        },
      })),
    ],
  };
}
