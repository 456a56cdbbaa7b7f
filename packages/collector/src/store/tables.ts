import { FAMILIES, sumsOfEach, type Family, type Sum, type Sums, type Table } from '@penchant/core/estimate';

/** One sum, by the names of its columns. */
export type Row = Readonly<Record<string, string | number>>;

/** What a family's sums are made of. */
export interface Shape {
  /** What engines call the table. */
  readonly sql: string;
  /** What contributions call the family. */
  readonly family: string;
  /** What tells sums apart, beside the site and the epoch: those that are the same in a whole contribution first. */
  readonly keys: readonly string[];
  /** The keys that are text. */
  readonly texts: ReadonlySet<string>;
  /** What is added up: what cells count, what contributions tell of them as a whole, and over how many contributions. */
  readonly values: readonly string[];
  /** Those of them that contributions tell as a whole. */
  readonly derived: readonly string[];
}

const SQL_NAMES: Readonly<Record<Table, string>> = {
  lists: 'list_sums',
  reactions: 'reaction_sums',
  losses: 'loss_sums',
  watches: 'watch_sums',
  dwells: 'dwell_sums',
  pairs: 'pair_sums',
  purchases: 'purchase_sums',
};

function shapeOf(table: Table): Shape {
  const { family, head, keys, values, derived = [] }: Family = FAMILIES[table];
  const all = Object.entries({ ...head, ...keys });
  return {
    sql: SQL_NAMES[table],
    family,
    keys: all.map(([name]) => name),
    texts: new Set(all.flatMap(([name, key]) => (key.is === 'number' ? [] : [name]))),
    values: [...Object.keys(values), ...derived, 'contributions'],
    derived,
  };
}

export const SHAPES: Readonly<Record<Table, Shape>> = {
  lists: shapeOf('lists'),
  reactions: shapeOf('reactions'),
  losses: shapeOf('losses'),
  watches: shapeOf('watches'),
  dwells: shapeOf('dwells'),
  pairs: shapeOf('pairs'),
  purchases: shapeOf('purchases'),
};

/** Every table, always in the same order. */
export const TABLES = Object.keys(SHAPES) as readonly Table[]; // its type says that it has these keys and no others

/** The table of what contributions call a family. */
export const TABLE_OF: ReadonlyMap<string, Table> = new Map(TABLES.map((table) => [SHAPES[table].family, table]));

/** Gives equal texts as one and the same: a million sums are of few items, and every row brings a text of its own for each. */
export function shared(): (text: string) => string {
  const texts = new Map<string, string>();
  return (text) => {
    const known = texts.get(text);
    if (known === undefined) texts.set(text, text);
    return known ?? text;
  };
}

/** Sums from rows whose columns are those of their table's shape. */
export const sumsFrom = (rowsOf: (table: Table) => readonly Row[]): Sums =>
  sumsOfEach(<T extends Table>(table: T) => rowsOf(table) as readonly Sum<T>[]); // the shape was made of the same description as the type
