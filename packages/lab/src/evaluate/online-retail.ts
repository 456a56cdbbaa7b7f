import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { parse } from 'csv-parse/sync';

/** One line of an invoice. Days count from 2010-12-01; of fewer than no pieces, it came back. */
export interface Transaction {
  readonly day: number;
  readonly customer: string;
  readonly item: string;
  readonly pieces: number;
}

/**
 * Online Retail (Chen, Sain & Guo 2012), in the order of time.
 * @throws Error saying where it was looked for, or which row is none.
 */
export async function readTransactions(data: string): Promise<Transaction[]> {
  const file = join(data, 'retail', 'transactions.csv.gz');
  const packed = await readFile(file).catch((cause: unknown) => {
    throw new Error(
      `[penchant] there is no ${file}: name the folder that holds retail/ with PENCHANT_DATA or --data.`,
      { cause },
    );
  });
  const rows = parse<Readonly<Record<string, string>>>(gunzipSync(packed), { columns: true, skip_empty_lines: true });
  const read = rows.map((row, i) => {
    const { customer = '', item = '' } = row;
    const [day, pieces] = [Number(row['day']), Number(row['qty'])];
    if (customer === '' || item === '' || !Number.isInteger(day) || !Number.isInteger(pieces) || pieces === 0)
      throw new Error(`[penchant] row ${i} of ${file} is no transaction.`);
    return { day, customer, item, pieces };
  });
  return read.sort((a, b) => a.day - b.day);
}
