import type { ListSum, ReactionSum } from '@penchant/core/estimate';
import type { Store } from '../store/store.js';

export type ExportFormat = 'jsonl' | 'csv';

/** One sum, and what it is of. */
export type ExportRow =
  | ({ readonly kind: 'list'; readonly epoch: number } & ListSum)
  | ({ readonly kind: 'reactions'; readonly epoch: number } & ReactionSum);

const COLUMNS = [
  ...(['kind', 'epoch', 'list', 'item', 'position', 'bucket'] as const),
  ...(['impressions', 'clicks', 'likes', 'dislikes', 'contributions'] as const),
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
  const { lists, reactions } = await store.sums(site, { from: epoch, to: epoch });
  const rows: ExportRow[] = [
    ...lists.map((sum) => ({ kind: 'list' as const, epoch, ...sum })),
    ...reactions.map((sum) => ({ kind: 'reactions' as const, epoch, ...sum })),
  ];
  yield rows.map(format === 'csv' ? csvLine : (row) => `${JSON.stringify(row)}\n`).join('');
}

function csvLine(row: ExportRow): string {
  const values: Readonly<Record<string, string | number>> = { ...row };
  return `${COLUMNS.map((name) => csvField(values[name] ?? '')).join(',')}\r\n`;
}

/** Ids come from anyone: one that a spreadsheet would run as a formula gets an apostrophe before it. JSONL is exact. */
function csvField(value: string | number): string {
  if (typeof value === 'number') return String(value);
  const safe = /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
