import { continuedIn, type Sum, type Sums, type Table } from '@penchant/core/estimate';
import type { Contribution, ListContribution } from '@penchant/core/schema';
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

/** Counts to add, of cells of which none comes twice. */
interface More {
  readonly table: Table;
  readonly rows: readonly Row[];
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
    this.#add(TABLES.map((table) => ({ table, rows: sums[table] })));
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
    const places = more.map(({ table, rows }) => {
      const { index, rows: held } = this.#held[table];
      return rows.map((row) => {
        const at = index.find(row);
        const was = held[at ?? -1];
        if (was) for (const name of SHAPES[table].values) exact(Number(was[name] ?? 0) + Number(row[name] ?? 0));
        return at;
      });
    });
    for (const [i, { table, rows }] of more.entries()) {
      const { index, rows: held } = this.#held[table];
      for (const [n, row] of rows.entries()) {
        const was = held[places[i]?.[n] ?? -1];
        if (!was) held[index.add(row)] = { ...row };
        else for (const name of SHAPES[table].values) was[name] = Number(was[name] ?? 0) + Number(row[name] ?? 0);
      }
    }
  }
}

/** What one contribution says, as sums. */
function saidIn(contribution: Contribution): More {
  const table = TABLE_OF.get(contribution.family);
  if (!table) throw new Error(`[penchant] there are no sums of ${contribution.family}.`);
  if (contribution.family === 'list') return { table, rows: listSums(contribution) };
  return { table, rows: contribution.cells.map((cell: Row) => ({ ...cell, contributions: 1 })) };
}

/** Every name is written out, for V8 makes such objects in one piece: put together from parts, they took ten times as long. */
function listSums({ list, cells }: ListContribution): Sum<'lists'>[] {
  const told = continuedIn(cells);
  return cells.map(({ item, position, bucket, impressions, clicks }, n) => ({
    list,
    item,
    position,
    bucket,
    impressions,
    clicks,
    clicked: told[n]?.clicked ?? 0,
    below: told[n]?.below ?? 0,
    continued: told[n]?.continued ?? 0,
    contributions: 1,
  }));
}

/**
 * The sum itself, if it is exact.
 * @throws SumOverflow otherwise.
 */
export function exact(sum: number): number {
  if (Number.isSafeInteger(sum)) return sum;
  throw new SumOverflow(`a sum would be ${sum}, which is beyond exact whole numbers`);
}
