import { continuedIn, type Sums, type Table } from '@penchant/core/estimate';
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

/** Counts to add: rows, and what they lack: because all of them have it in common, or because the whole tells it of each. */
interface More {
  readonly table: Table;
  readonly rows: readonly Row[];
  readonly common: Row;
  readonly derived?: readonly Row[];
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
    const places = more.map(({ table, rows, common, derived }) => {
      const { index, rows: held } = this.#held[table];
      return rows.map((row, n) => {
        const at = index.find(row, common);
        const was = held[at ?? -1];
        if (was) for (const name of SHAPES[table].values) exact(added(was, name, row, common, derived?.[n]));
        return at;
      });
    });
    for (const [i, { table, rows, common, derived }] of more.entries()) {
      const { index, rows: held } = this.#held[table];
      for (const [n, row] of rows.entries()) {
        const at = places[i]?.[n] ?? index.add(row, common);
        const was = (held[at] ??= { ...common, ...row, ...derived?.[n] });
        if (places[i]?.[n] !== undefined)
          for (const name of SHAPES[table].values) was[name] = added(was, name, row, common, derived?.[n]);
      }
    }
  }
}

/** What one contribution says. */
function saidIn(contribution: Contribution): More {
  const table = TABLE_OF.get(contribution.family);
  if (!table) throw new Error(`[penchant] there are no sums of ${contribution.family}.`);
  const { cells } = contribution;
  if (contribution.family !== 'list') return { table, rows: cells, common: { contributions: 1 } };
  const common = { list: contribution.list, contributions: 1 };
  return { table, rows: cells, common, derived: continuedIn(contribution.cells) };
}

/**
 * The sum itself, if it is exact.
 * @throws SumOverflow otherwise.
 */
export function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SumOverflow(`a sum would be ${sum}, which is beyond exact whole numbers`);
}

const added = (was: Row, name: string, row: Row, common: Row, derived?: Row): number =>
  Number(was[name]) + Number(row[name] ?? common[name] ?? derived?.[name]);
