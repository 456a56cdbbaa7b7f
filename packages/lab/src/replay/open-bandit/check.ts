import { epochOf } from '@penchant/core';
import { compare, type Comparison } from './compare.js';
import { readLogFile, type LogName } from './log-file.js';
import { readServed, type ServedOptions } from './served.js';
import { tally, type Cell } from './tally.js';

export interface CheckOptions extends ServedOptions {
  readonly data: string;
  readonly logs: readonly LogName[];
  /** When the replay was said to be. */
  readonly at: number;
}

export interface Checked extends Comparison {
  /** Sums of the site that are of another list or week, and say nothing about this replay. */
  readonly others: number;
}

/** Compares what a collector serves with what the logs say, number by number. */
export async function checkOpenBandit(options: CheckOptions): Promise<Checked> {
  const { data, logs, at } = options;
  const csv: Cell[] = [];
  for (const log of logs) csv.push(...tally(await readLogFile(data, log), log));
  const served = await readServed(options);
  const ours = served.filter(({ list, epoch }) => epoch === epochOf(at) && logs.some((log) => log === list));
  return { ...compare(csv, ours), others: served.length - ours.length };
}
