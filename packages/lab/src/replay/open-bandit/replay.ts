import type { Contribution } from '@penchant/core';
import { shuffle } from '../../shuffle.js';
import { deliver, type Delivered, type DeliverOptions } from './deliver.js';
import { readLogFile, type LogName } from './log-file.js';
import { readSignals } from './rows.js';
import { contributionsOf, type VisitOptions } from './visits.js';

export interface ReplayLogsOptions extends VisitOptions, DeliverOptions {
  /** The folder that holds `open-bandit/`. */
  readonly data: string;
  readonly logs: readonly LogName[];
  /** When the signals are said to have happened, in milliseconds since 1970-01-01. */
  readonly at: number;
  /** Whether to send every request twice. */
  readonly twice?: boolean;
  /** Seed of a random order. */
  readonly shuffle?: number;
}

export interface ReplayedLogs extends Delivered {
  readonly rows: number;
  readonly contributions: number;
  /** From the first request to the last answer. */
  readonly seconds: number;
}

/** Sends real logs to a collector, as if each row were seen on a page today. */
export async function replayOpenBandit(options: ReplayLogsOptions): Promise<ReplayedLogs> {
  const contributions: Contribution[] = [];
  let rows = 0;
  for (const log of options.logs) {
    const signals = readSignals(await readLogFile(options.data, log), log, options.at);
    rows += signals.length;
    contributions.push(...contributionsOf(signals, options));
  }
  const start = performance.now();
  const delivered = await deliver(requestsOf(contributions, options), options);
  return { ...delivered, rows, contributions: contributions.length, seconds: (performance.now() - start) / 1_000 };
}

/** A repetition follows its original at once, so that both are under way together, unless the order is random. */
function requestsOf(contributions: readonly Contribution[], options: ReplayLogsOptions): readonly Contribution[] {
  const requests = options.twice ? contributions.flatMap((one) => [one, one]) : contributions;
  return options.shuffle === undefined ? requests : shuffle(requests, options.shuffle);
}
