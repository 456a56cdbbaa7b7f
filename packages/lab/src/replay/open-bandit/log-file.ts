import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';

/** The Open Bandit logs, by the way that chose what to show. Each is replayed as a list of its own. */
export const LOG_NAMES = ['bts', 'random'] as const;
export type LogName = (typeof LOG_NAMES)[number];

export const logFile = (data: string, log: LogName): string => join(data, 'open-bandit', log, 'men.csv.gz');

/**
 * The text of a log.
 * @throws Error saying where it was looked for, or why it cannot be read.
 */
export async function readLogFile(data: string, log: LogName): Promise<string> {
  const file = logFile(data, log);
  try {
    return gunzipSync(await readFile(file)).toString('utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new Error(
      code === 'ENOENT'
        ? `[penchant] there is no ${file}: name the folder that holds open-bandit/ with PENCHANT_DATA or --data.`
        : `[penchant] ${file} cannot be read (${code}): it should be a log in gzip.`,
      { cause: error },
    );
  }
}
