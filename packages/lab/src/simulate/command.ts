import { Command, InvalidArgumentError } from 'commander';
import type { Output } from '../output.js';
import type { Report } from '../report/report.js';
import { withReport, writeReport, type ReportFiles } from '../report/write.js';
import { table } from '../table.js';
import { whole } from '../whole.js';
import { alarmReport } from './alarm.js';
import { figuresReport } from './figures.js';
import { loopReport } from './loop-report.js';
import { playsFigures } from './plays.js';
import { visitorsOf, type VisitorsOptions } from './visitors.js';
import { SCENARIOS, type ScenarioName } from './scenarios.js';

interface Options extends ReportFiles {
  readonly worlds: readonly ScenarioName[];
  readonly seeds: number;
  readonly lists?: number;
}

interface LoopCommand extends Options {
  readonly epochs: number;
  readonly explore: number;
}

const NAMES = Object.keys(SCENARIOS) as ScenarioName[];

/** `simulate figures`, `simulate alarm`, `simulate loop`, `simulate plays`, `simulate signals`. */
export function simulateCommand({ say, onProgress }: Output): Command {
  const command = (name: string, description: string, worlds: readonly ScenarioName[], seeds: number): Command =>
    withReport(
      new Command(name)
        .description(description)
        .allowExcessArguments(false)
        .option('--worlds <list>', `which worlds: ${NAMES.join(',')}`, worldNames, worlds)
        .option('--seeds <n>', 'worlds of each kind, from seed 1 on', whole(1, 10_000), seeds)
        .option('--lists <n>', 'lists that visitors see in each', whole(100, 10_000_000)),
    );
  const tell = async (report: Report, files: ReportFiles): Promise<void> => {
    for (const { table: numbers } of report.sections) say(`${table(numbers.headings, numbers.rows)}\n`);
    await writeReport(report, files);
  };
  return new Command('simulate')
    .description('Simulates visitors whose taste is known, and compares what the estimators make of their clicks.')
    .addCommand(
      command(
        'figures',
        'Errors of curves and orders.',
        ['plain', 'weak', 'personal', 'personal-whole-score', 'rare'],
        10,
      ).action(({ html, svg, markdown, ...asked }: Options) =>
        tell(figuresReport(asked, onProgress), { html, svg, markdown }),
      ),
    )
    .addCommand(
      command(
        'alarm',
        'How often a curve says of itself that the model does not fit.',
        [
          ...([
            'plain',
            'plain-by-score',
            'personal',
            'trust',
            'personal-trust',
            'cascade',
            'personal-cascade',
          ] as const),
          ...(['trust-no-buckets', 'cascade-no-buckets'] as const),
        ],
        40,
      ).action(({ html, svg, markdown, ...asked }: Options) =>
        tell(alarmReport(asked, onProgress), { html, svg, markdown }),
      ),
    )
    .addCommand(
      command('loop', 'Epochs ordered by what the epochs before taught.', ['plain', 'personal', 'crowded'], 10)
        .option('--epochs <n>', 'how many', whole(1, 100), 10)
        .option('--explore <share>', 'share of places given by chance, beside none', share, 0.1)
        .action(({ worlds, seeds, lists = 20_000, epochs, explore, html, svg, markdown }: LoopCommand) =>
          tell(loopReport({ worlds, seeds, lists, epochs, explored: explore }, onProgress), { html, svg, markdown }),
        ),
    )
    .addCommand(
      new Command('plays')
        .description('How much the score of a play depends on its length, though interest does not.')
        .allowExcessArguments(false)
        .option('--seeds <n>', 'runs, from seed 1 on', whole(1, 10_000), 10)
        .option('--devices <n>', 'that watch 20 recordings each', whole(1, 100_000), 2_000)
        .action(({ seeds, devices }: { readonly seeds: number; readonly devices: number }) =>
          say(playsTable(seeds, devices)),
        ),
    )
    .addCommand(
      new Command('signals')
        .description('What visitors did, as their devices would export it: a line each, for `replay`.')
        .allowExcessArguments(false)
        .option('--visitors <n>', 'how many', whole(1, 1_000_000), 200)
        .option('--visits <n>', 'of each, a day apart', whole(1, 10_000), 5)
        .option('--seed <n>', 'of who they are and what they do', whole(0, 2 ** 32 - 1), 1)
        .action((options: VisitorsOptions) => {
          for (const { signals } of visitorsOf(options)) say(JSON.stringify({ signals }));
        }),
    );
}

/** Means over the seeds, and the largest of any run. */
function playsTable(seeds: number, devices: number): string {
  const runs = Array.from({ length: seeds }, (_, i) => playsFigures(i + 1, devices));
  const names = { completion: 'completion rate', unplaced: 'score, without a model', placed: 'score, by quantiles' };
  const rows = (['completion', 'unplaced', 'placed'] as const).map((name) => {
    const [lengths, interests] = (['length', 'interest'] as const).map((of) => runs.map((run) => run[name][of]));
    const mean = (all: readonly number[] = []): string => (all.reduce((sum, each) => sum + each, 0) / seeds).toFixed(3);
    return [names[name], mean(lengths), Math.max(...(lengths ?? []).map(Math.abs)).toFixed(3), mean(interests)];
  });
  return table(['', 'ρ with length', 'largest |ρ|', 'ρ with interest'], rows);
}

function worldNames(list: string): ScenarioName[] {
  const known = new Set<string>(NAMES);
  const names = [...new Set(list.split(','))];
  if (names.every((name): name is ScenarioName => known.has(name))) return names;
  throw new InvalidArgumentError(`The worlds are ${NAMES.join(', ')}.`);
}

function share(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 1) return value;
  throw new InvalidArgumentError('It must be a number from 0 to 1.');
}
