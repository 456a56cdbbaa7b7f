import { refuse, type Signal } from '@penchant/core';
import { parse } from 'csv-parse/sync';
import type { LogName } from './log-file.js';

/** What one row of a log tells: that an item was shown, and perhaps that it was opened. */
export type RowSignals = readonly Signal[];

interface Row {
  readonly item_id?: string;
  readonly position?: string;
  readonly click?: string;
}

/**
 * A log's rows as signals in a list of the log's name. They are dated anew: a collector takes nothing from 2019.
 * @throws Error naming the first row that is not a row of such a log.
 */
export function readSignals(csv: string, log: LogName, at: number): RowSignals[] {
  const rows = parse<Row>(csv, { columns: true, skip_empty_lines: true });
  if (rows.length === 0) throw new Error(`[penchant] the log ${log} has no rows.`);
  return rows.map((row, i) => {
    const signals = signalsOf(row, log, at);
    const wrong = CLICK.test(row.click ?? '')
      ? signals.map((signal) => refuse(signal)).find((problem) => problem)?.path
      : 'click';
    if (wrong !== undefined) throw new Error(`[penchant] row ${i} of the log ${log} has no proper ${wrong}.`);
    return signals;
  });
}

const CLICK = /^[01]$/;

function signalsOf({ item_id: item = '', position = '', click }: Row, log: LogName, at: number): Signal[] {
  const shown = { item, at, list: log, position: Number(position), bucket: 0 };
  const impression: Signal = { kind: 'impression', ...shown };
  return click === '1' ? [impression, { kind: 'click', ...shown }] : [impression];
}
