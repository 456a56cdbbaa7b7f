import { Command, InvalidArgumentError, Option } from 'commander';
import { DATA_FOLDER } from '../../data-folder.js';
import type { Output } from '../../output.js';
import { whole } from '../../whole.js';
import { checkOpenBandit } from './check.js';
import { LOG_NAMES, type LogName } from './log-file.js';
import { replayOpenBandit } from './replay.js';
import { intention, outcome, verdict } from './report.js';

interface Options {
  readonly collector: string;
  readonly site: string;
  readonly data: string;
  readonly logs: readonly LogName[];
  readonly visit: number;
  readonly concurrency: number;
  readonly idSeed: string;
  readonly at?: number;
  readonly twice?: boolean;
  readonly shuffle?: number;
  readonly check?: boolean;
  readonly adminToken?: string;
}

/** `replay open-bandit`. It calls `onDifference` when the check finds one. */
export function openBanditCommand({ say, onProgress }: Output, onDifference: () => void): Command {
  return new Command('open-bandit')
    .description('Sends the real Open Bandit logs to a collector as contributions, and checks what it adds up.')
    .allowExcessArguments(false)
    .requiredOption('--collector <url>', 'where the collector listens, such as http://localhost:8787', url)
    .requiredOption('--site <name>', 'the site to send them for')
    .addOption(
      new Option('--data <folder>', 'the folder that holds open-bandit/')
        .env('PENCHANT_DATA')
        .default(DATA_FOLDER, '../../shared/data from the project'),
    )
    .option('--logs <list>', `which logs: ${LOG_NAMES.join(',')}`, logNames, [...LOG_NAMES])
    .option('--visit <n>', 'rows that make up one visit', whole(1, 1_000), 20)
    .option('--twice', 'send every request twice: sums must not change')
    .option('--shuffle <seed>', 'send in a random order, the same for the same number', whole(0, 2 ** 32 - 1))
    .option('--concurrency <n>', 'requests under way at a time', whole(1, 1_000), 16)
    .option('--id-seed <text>', 'what ids are made from: another text, and all counts as new', 'open-bandit')
    .option('--at <date>', 'when the rows are said to have been seen; left out, now', date)
    .option('--check', 'compare the sums that the collector serves with the logs')
    .addOption(new Option('--admin-token <token>', "the collector's, for --check").env('PENCHANT_ADMIN_TOKEN'))
    .action(async (given: Options, command: Command) => {
      const { logs, at = Date.now(), check, adminToken } = given;
      if (check && adminToken === undefined)
        return command.error("--check reads the collector's export: give it --admin-token");
      const onAnswer = onProgress && ((answered: number, of: number) => onProgress(answered, of, 'requests answered'));
      const options = { ...given, logs, at, onAnswer };
      say(intention(logs, at));
      const replayed = await replayOpenBandit(options);
      if (check && adminToken !== undefined) {
        const checked = await checkOpenBandit({ ...options, adminToken });
        say(verdict(checked));
        if (!checked.same) onDifference();
      }
      say(outcome(replayed));
    });
}

function logNames(list: string): LogName[] {
  const known = new Set<string>(LOG_NAMES);
  const names = [...new Set(list.split(','))];
  if (names.every((name): name is LogName => known.has(name))) return names;
  throw new InvalidArgumentError(`The logs are ${LOG_NAMES.join(' and ')}.`);
}

function url(text: string): string {
  if (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol)) return text;
  throw new InvalidArgumentError('Write it like http://localhost:8787.');
}

function date(text: string): number {
  const at = Date.parse(text);
  if (at >= 0) return at;
  throw new InvalidArgumentError('Write it like 2026-01-31.');
}
