import type { Contribution } from '@penchant/core/schema';
import type { EpochRange } from './store.js';
import type { Shape } from './tables.js';

// Written in what the dialects of 2018 and of today have in common.

/** Text inside a query. Old versions know no bound parameters. */
export const literal = (text: string): string =>
  `'${text.replaceAll(/[\\']/g, String.raw`\$&`).replaceAll('\0', String.raw`\0`)}'`;

/** Which of these contributions were inserted before. */
export function seen(table: string, contributions: readonly Contribution[]): string {
  const keys = contributions.map(({ site, epoch, id }) => `(${literal(site)}, ${epoch}, ${literal(id)})`);
  return `SELECT DISTINCT site, epoch, id FROM ${table} WHERE (site, epoch, id) IN (${keys.join(', ')})`;
}

export const epochCounts = (table: string, site: string): string =>
  `SELECT epoch, toFloat64(count()) AS contributions FROM ${table} FINAL
   WHERE site = ${literal(site)} GROUP BY epoch ORDER BY epoch`;

/** Sums are read as 64-bit floats: those are exact up to where sums are refused, and never wrap around to small ones. */
const total = (name: string): string => `sum(toFloat64(cells.${name})) AS ${name}`;

/** Stands where nothing was clicked: deeper than any position. */
const NOWHERE = 'toUInt8(255)';
/** The highest position of a contribution that was clicked. */
const CLICKED = `arrayMap((p, c) -> if(c > 0, p, ${NOWHERE}), cells.position, cells.clicks)`;
const FIRST = `arrayReduce('min', arrayPushBack(${CLICKED}, ${NOWHERE}))`;

/** What a contribution tells of its cells as a whole, as `continuedIn` does; and over how many it was. */
const WHOLE: ReadonlyMap<string, string> = new Map([
  ['clicked', 'countIf(cells.clicks > 0)'],
  ['below', 'countIf(cells.position > first)'],
  ['continued', 'countIf(cells.clicks > 0 AND cells.position > first)'],
  ['contributions', 'count()'],
]);

/** A family's sums over some epochs. */
export function sumsOf(
  table: string,
  { family, keys, values, derived }: Shape,
  site: string,
  epochs?: EpochRange,
): string {
  const columns = keys.map((name) => (name === 'list' ? name : `cells.${name} AS ${name}`));
  const totals = values.map((name) => {
    const whole = WHOLE.get(name);
    return whole === undefined ? total(name) : `toFloat64(${whole}) AS ${name}`;
  });
  const first = derived.length > 0 ? `, arrayResize([${FIRST}], length(cells.position), ${FIRST}) AS first` : '';
  return `SELECT ${[...columns, ...totals].join(', ')} FROM ${table} FINAL ARRAY JOIN cells${first}
   WHERE family = ${literal(family)} AND ${within(site, epochs)} GROUP BY ${keys.join(', ')}`;
}

/** The condition that a contribution is of a site and in a range. */
export const within = (site: string, { from = 0, to = LAST_EPOCH }: EpochRange = {}): string =>
  `site = ${literal(site)} AND epoch BETWEEN ${from} AND ${Math.min(to, LAST_EPOCH)}`;

const LAST_EPOCH = 4_294_967_295; // the largest number that UInt32 holds
