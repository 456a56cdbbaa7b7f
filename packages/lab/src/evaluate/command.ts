import { Command, Option } from 'commander';
import { DATA_FOLDER } from '../data-folder.js';
import type { Output } from '../output.js';
import { readLogFile } from '../replay/open-bandit/log-file.js';
import type { Report } from '../report/report.js';
import { withReport, writeReport, type ReportFiles } from '../report/write.js';
import { table } from '../table.js';
import { whole } from '../whole.js';
import { readGenres, readRatings } from './movietweetings.js';
import { evaluateNeighbours } from './neighbours.js';
import { readTransactions } from './online-retail.js';
import { evaluateOpenBandit, readRows } from './open-bandit.js';
import { evaluatePurchases, WINDOWS, type WindowName } from './purchases.js';
import { banditReport, filmsReport, purchasesReport } from './report.js';

interface Options extends ReportFiles {
  readonly data: string;
  readonly seed: number;
}

/** `evaluate movietweetings`, `evaluate online-retail`, `evaluate open-bandit`. */
export function evaluateCommand({ say }: Output): Command {
  const tell = async (report: Report, files: ReportFiles): Promise<void> => {
    say(report.lead);
    for (const { table: numbers } of report.sections) say(table(numbers.headings, numbers.rows));
    await writeReport(report, files);
  };
  const films = command(
    'movietweetings',
    'Recommends films to users that were held out, by what the pairs of the others teach.',
  ).action(async ({ data, seed, ...files }: Options) => {
    const evaluated = evaluateNeighbours(await readRatings(data), await readGenres(data), seed);
    await tell(filmsReport(evaluated, 'penchant-lab evaluate movietweetings'), files);
  });
  const purchases = command('online-retail', 'Foretells what customers buy next, by what they bought before.')
    .addOption(
      new Option('--window <name>', 'which 90 days: the last ones, or those before, to choose by')
        .choices(Object.keys(WINDOWS))
        .default('test'),
    )
    .action(async ({ data, seed, window, ...files }: Options & { readonly window: WindowName }) => {
      const evaluated = evaluatePurchases(await readTransactions(data), WINDOWS[window], seed);
      const again = `penchant-lab evaluate online-retail --window ${window}`;
      await tell(purchasesReport(evaluated, WINDOWS[window], again), files);
    });
  const bandit = command('open-bandit', 'Learns from the log of a bandit, and values it on the log of chance.').action(
    async ({ data, seed, ...files }: Options) => {
      const read = async (log: 'bts' | 'random') => readRows(await readLogFile(data, log), log);
      const evaluated = evaluateOpenBandit({ bts: await read('bts'), random: await read('random') }, seed);
      await tell(banditReport(evaluated, 'penchant-lab evaluate open-bandit'), files);
    },
  );
  return [films, purchases, bandit].reduce(
    (all, each) => all.addCommand(each),
    new Command('evaluate').description('Evaluates models on real data.'),
  );
}

const command = (name: string, description: string): Command =>
  withReport(
    new Command(name)
      .description(description)
      .allowExcessArguments(false)
      .addOption(
        new Option('--data <folder>', `the folder that holds ${name === 'online-retail' ? 'retail' : name}/`)
          .env('PENCHANT_DATA')
          .default(DATA_FOLDER, '../shared/data from the project'),
      )
      .option('--seed <n>', 'of what is held out, and of the intervals', whole(0, 2 ** 32 - 1), 1),
  );
