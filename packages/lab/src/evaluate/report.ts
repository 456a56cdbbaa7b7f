import { withInterval } from '../replay/report.js';
import type { Report, Section } from '../report/report.js';
import { grouped } from '../table.js';
import type { WayMean } from './means.js';
import type { Evaluated } from './neighbours.js';
import type { EvaluatedBandit } from './open-bandit.js';
import type { EvaluatedPurchases, PurchaseWindow } from './purchases.js';

type Ways = readonly (WayMean & { readonly target?: number })[];

/** How well each way finds what is wanted, in one picture. */
const waysSection = (heading: string, ways: Ways): Section => ({
  heading,
  says: 'NDCG@10 is 1 where all that is wanted stands on top, and 0 where none of it is among the first ten.',
  charts: [
    {
      kind: 'intervals',
      title: heading,
      x: 'NDCG@10 →',
      rows: ways.map(({ way, ndcg: { value, low, high }, target }) => ({
        name: way.trim(),
        value,
        low,
        high,
        ...(target !== undefined && { target }),
      })),
    },
  ],
  table: {
    headings: ['by', 'NDCG@10', 'over the first', 'prototype'],
    rows: ways.map(({ way, ndcg, gain, target }) => [
      way,
      withInterval(ndcg),
      withInterval(gain, '+'),
      target?.toFixed(3) ?? '',
    ]),
  },
});

export const filmsReport = ({ users, items, heldOut, ways }: Evaluated, command: string): Report => ({
  title: 'MovieTweetings',
  lead: `${grouped(users)} users and ${grouped(items)} films with five ratings or more; ${grouped(heldOut)} users held out.`,
  command,
  sections: [waysSection('What held-out users rated next', ways)],
});

export const purchasesReport = (
  { customers, items, ways }: EvaluatedPurchases,
  { from, days }: PurchaseWindow,
  command: string,
): Report => ({
  title: 'Online Retail',
  lead: `Days ${from} to ${from + days - 1}; ${grouped(customers)} customers who bought then and before; ${grouped(items)} items.`,
  command,
  sections: [waysSection('What customers bought next', ways)],
});

export const banditReport = ({ curves, valued }: EvaluatedBandit, command: string): Report => ({
  title: 'Open Bandit',
  lead: 'A hundred clicks in 20,000 impressions: enough to try every step, too few to prove a gain.',
  command,
  sections: [
    {
      heading: 'How far down visitors look',
      says: 'Curves with fewer than 200 clicks are not estimated: what is drawn is a power law that is near.',
      charts: [
        {
          kind: 'curves',
          title: 'θ, relative to position 1',
          x: 'position',
          y: 'θ',
          series: curves.map(({ list, theta, low = [], high = [] }) => ({
            name: list,
            points: theta.map((y, k) => ({ x: k + 1, y, low: low[k] ?? y, high: high[k] ?? y })),
          })),
        },
      ],
      table: { headings: CURVE_HEADINGS, rows: curveRows(curves) },
    },
    {
      heading: 'What choosing by it would come to',
      says: 'Clicks an impression that each way would have had, by the clicks that chance had.',
      charts: [
        {
          kind: 'intervals',
          title: 'Clicks an impression',
          x: 'clicks an impression →',
          rows: valued.map(({ way, value: { value, low, high } }) => ({ name: way, value, low, high })),
        },
      ],
      table: { headings: VALUE_HEADINGS, rows: valueRows(valued) },
    },
  ],
});

export const CURVE_HEADINGS: readonly string[] = ['list', 'position', 'θ', '95 %', 'estimated'];
export const curveRows = (curves: EvaluatedBandit['curves']): (string | number)[][] =>
  curves.flatMap(({ list, theta, low, high, estimated, fallback }) =>
    theta.map((value, k) => [
      list,
      k + 1,
      value.toFixed(3),
      `[${low?.[k]?.toFixed(3)}, ${high?.[k]?.toFixed(3)}]`,
      estimated ? 'yes' : `no: ${fallback}`,
    ]),
  );

export const VALUE_HEADINGS: readonly string[] = ['showing', 'clicks an impression', 'rows it comes to'];
export const valueRows = (valued: EvaluatedBandit['valued']): (string | number)[][] =>
  valued.map(({ way, value, rows }) => [way, withInterval(value), Math.round(rows)]);
