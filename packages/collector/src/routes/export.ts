import type { Store } from '../store/store.js';
import { SHAPES, TABLES, type Row } from '../store/tables.js';

export type ExportFormat = 'jsonl' | 'csv';

/** Every column that any family has: keys first. */
const COLUMNS: readonly string[] = [
  ...new Set(['kind', 'epoch', ...TABLES.flatMap((table) => SHAPES[table].keys)]),
  ...new Set(TABLES.flatMap((table) => SHAPES[table].values.slice(0, -1))),
  'contributions',
];

/** Every sum of a site as lines of text, read epoch by epoch: no more than one is held in memory. */
export async function* exportLines(store: Store, site: string, format: ExportFormat): AsyncGenerator<string> {
  if (format === 'csv') yield `${COLUMNS.join(',')}\r\n`;
  for (const { epoch } of await store.epochs(site)) yield* exportEpoch(store, site, epoch, format);
}

/** One epoch's sums as lines of text. */
export async function* exportEpoch(
  store: Store,
  site: string,
  epoch: number,
  format: ExportFormat,
): AsyncGenerator<string> {
  const sums = await store.sums(site, { from: epoch, to: epoch });
  const rows = TABLES.flatMap((table) =>
    sums[table].map((sum): Row => ({ kind: SHAPES[table].family, epoch, ...sum })),
  );
  yield rows.map(format === 'csv' ? csvLine : (row) => `${JSON.stringify(row)}\n`).join('');
}

const csvLine = (row: Row): string => `${COLUMNS.map((name) => csvField(row[name] ?? '')).join(',')}\r\n`;

/** Ids come from anyone: one that a spreadsheet would run as a formula gets an apostrophe before it. JSONL is exact. */
function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
