import type { Sums, Table } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import { SumOverflow } from './store.js';
import { SHAPES, sumsFrom, TABLE_OF, TABLES, type Row, type Shape } from './tables.js';

/** Sums in memory that more can be added to. */
export class Totals {
  readonly #rows: Readonly<Record<Table, Map<string, Row>>> = {
    lists: new Map(),
    reactions: new Map(),
    losses: new Map(),
    watches: new Map(),
    dwells: new Map(),
    pairs: new Map(),
    purchases: new Map(),
  };

  /**
   * Adds sums in which no cell comes twice: all of them, or it throws and changes nothing.
   * @throws SumOverflow when a sum would no longer be exact.
   */
  add(sums: Sums): void {
    this.#addRows(TABLES.map((table): readonly [Table, readonly Row[]] => [table, sums[table]]));
  }

  /** The same with what one contribution says. */
  addOne(contribution: Contribution): void {
    this.#addRows([rowsOf(contribution)]);
  }

  sums(): Sums {
    return sumsFrom((table) => this.rows(table));
  }

  rows(table: Table): Row[] {
    return [...this.#rows[table].values()];
  }

  #addRows(more: readonly (readonly [Table, readonly Row[]])[]): void {
    const changed = more.flatMap(([table, rows]) => {
      const [held, shape] = [this.#rows[table], SHAPES[table]];
      return rows.map((row) => {
        const key = keyOf(row, shape);
        return { held, key, row: added(held.get(key), row, shape) };
      });
    });
    for (const { held, key, row } of changed) held.set(key, row);
  }
}

/** What one contribution says, as sums of its own. */
function rowsOf(contribution: Contribution): readonly [Table, readonly Row[]] {
  const table = TABLE_OF.get(contribution.family);
  if (!table) throw new Error(`[penchant] there are no sums of ${contribution.family}.`);
  const list = contribution.family === 'list' ? { list: contribution.list } : undefined;
  return [table, contribution.cells.map((cell): Row => ({ ...list, ...cell, contributions: 1 }))];
}

/**
 * The sum itself, if it is exact.
 * @throws SumOverflow otherwise.
 */
export function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SumOverflow(`a sum would be ${sum}, which is beyond exact whole numbers`);
}

/** One string for what a sum is about. The lengths keep item `a` in list `bc` apart from `ab` in `c`. */
function keyOf(row: Row, { keys }: Shape): string {
  let key = '';
  for (const name of keys) {
    const value = row[name] ?? '';
    key += typeof value === 'number' ? `${value} ` : `${value.length} ${value}`;
  }
  return key;
}

function added(was: Row | undefined, row: Row, { values }: Shape): Row {
  if (!was) return row;
  const sum: Record<string, string | number> = { ...row };
  for (const name of values) sum[name] = exact(Number(was[name]) + Number(row[name]));
  return sum;
}
