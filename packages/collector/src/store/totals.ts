import type { Sums, Table } from '@penchant/core/estimate';
import type { Contribution } from '@penchant/core/schema';
import { CellIndex } from './cell-index.js';
import { SumOverflow } from './store.js';
import { SHAPES, sumsFrom, TABLE_OF, TABLES, type Row } from './tables.js';

/** The sums of one family, and which is about what. */
class Held {
  readonly rows: Record<string, string | number>[] = [];
  readonly index: CellIndex;

  constructor(table: Table) {
    this.index = new CellIndex(SHAPES[table].keys);
  }
}

/** Counts to add: rows, and what all of them lack because they have it in common. */
interface More {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly common: Row;
}

/** Sums in memory that more can be added to. */
export class Totals {
  readonly #held: Readonly<Record<Table, Held>> = {
    lists: new Held('lists'),
    reactions: new Held('reactions'),
    losses: new Held('losses'),
    watches: new Held('watches'),
    dwells: new Held('dwells'),
    pairs: new Held('pairs'),
    purchases: new Held('purchases'),
  };

  /**
   * Adds sums in which no cell comes twice: all of them, or it throws and changes nothing.
   * @throws SumOverflow when a sum would no longer be exact.
   */
  add(sums: Sums): void {
    this.#add(TABLES.map((table) => ({ table, rows: sums[table], common: {} })));
  }

  /** The same with what one contribution says. */
  addOne(contribution: Contribution): void {
    this.#add([saidIn(contribution)]);
  }

  /** The sums as they are now; what is added later does not change them. */
  sums(): Sums {
    return sumsFrom((table) => this.rows(table));
  }

  rows(table: Table): Row[] {
    return this.#held[table].rows.map((row) => ({ ...row }));
  }

  #add(more: readonly More[]): void {
    // What may fail comes first: nothing is changed then.
    const places = more.map(({ table, rows, common }) => {
      const { index, rows: held } = this.#held[table];
      return rows.map((row) => {
        const at = index.find(row, common);
        const was = held[at ?? -1];
        if (was) for (const name of SHAPES[table].values) exact(added(was, row, common, name));
        return at;
      });
    });
    for (const [i, { table, rows, common }] of more.entries()) {
      const { index, rows: held } = this.#held[table];
      for (const [n, row] of rows.entries()) {
        const at = places[i]?.[n] ?? index.add(row, common);
        const was = (held[at] ??= { ...common, ...row });
        if (places[i]?.[n] !== undefined)
          for (const name of SHAPES[table].values) was[name] = added(was, row, common, name);
      }
    }
  }
}

/** What one contribution says. */
function saidIn(contribution: Contribution): More {
  const table = TABLE_OF.get(contribution.family);
  if (!table) throw new Error(`[penchant] there are no sums of ${contribution.family}.`);
  const list = contribution.family === 'list' ? { list: contribution.list } : {};
  return { table, rows: contribution.cells, common: { ...list, contributions: 1 } };
}

/**
 * The sum itself, if it is exact.
 * @throws SumOverflow otherwise.
 */
export function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SumOverflow(`a sum would be ${sum}, which is beyond exact whole numbers`);
}

const added = (was: Row, row: Row, common: Row, name: string): number =>
  Number(was[name]) + Number(row[name] ?? common[name]);
