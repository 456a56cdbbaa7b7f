import { Command, Option } from 'commander';
import { DATA_FOLDER } from '../data-folder.js';
import type { Output } from '../output.js';
import { readLogFile } from '../replay/open-bandit/log-file.js';
import { withInterval } from '../replay/report.js';
import { grouped, table } from '../table.js';
import { whole } from '../whole.js';
import type { WayMean } from './means.js';
import { readGenres, readRatings } from './movietweetings.js';
import { evaluateNeighbours } from './neighbours.js';
import { readTransactions } from './online-retail.js';
import { evaluateOpenBandit, readRows } from './open-bandit.js';
import { evaluatePurchases, WINDOWS, type WindowName } from './purchases.js';

interface Options {
  readonly data: string;
  readonly seed: number;
}

/** `evaluate movietweetings`, `evaluate online-retail`, `evaluate open-bandit`. */
export function evaluateCommand({ say }: Output): Command {
  return new Command('evaluate')
    .description('Evaluates models on real data.')
    .addCommand(
      command(
        'movietweetings',
        'Recommends films to users that were held out, by what the pairs of the others teach.',
      ).action(async ({ data, seed }: Options) => {
        const evaluated = evaluateNeighbours(await readRatings(data), await readGenres(data), seed);
        const { users, items, heldOut, ways } = evaluated;
        say(
          `${grouped(users)} users and ${grouped(items)} films with five ratings or more; ${grouped(heldOut)} users held out`,
        );
        say(
          table(
            ['by', 'NDCG@10', 'prototype'],
            ways.map(({ way, ndcg, target }) => [way, withInterval(ndcg), target?.toFixed(3) ?? '']),
          ),
        );
      }),
    )
    .addCommand(
      command('online-retail', 'Foretells what customers buy next, by what they bought before.')
        .addOption(
          new Option('--window <name>', 'which 90 days: the last ones, or those before, to choose by')
            .choices(Object.keys(WINDOWS))
            .default('test'),
        )
        .action(async ({ data, seed, window }: Options & { readonly window: WindowName }) => {
          const { from, days } = WINDOWS[window];
          const { customers, items, ways } = evaluatePurchases(await readTransactions(data), WINDOWS[window], seed);
          say(
            `days ${from} to ${from + days - 1}; ${grouped(customers)} customers who bought then and before; ${grouped(items)} items`,
          );
          say(table(['by', 'NDCG@10', 'over the first'], ways.map(wayRow)));
        }),
    )
    .addCommand(
      command('open-bandit', 'Learns from the log of a bandit, and values it on the log of chance.').action(
        async ({ data, seed }: Options) => {
          const [bts, random] = await Promise.all(
            (['bts', 'random'] as const).map(async (log) => readRows(await readLogFile(data, log), log)),
          );
          const { curves, valued } = evaluateOpenBandit({ bts: bts ?? [], random: random ?? [] }, seed);
          say(
            table(
              ['list', 'position', 'θ', '95 %', 'estimated'],
              curves.flatMap(({ list, theta, low, high, estimated, fallback }) =>
                theta.map((value, k) => [
                  list,
                  k + 1,
                  value.toFixed(3),
                  `[${low?.[k]?.toFixed(3)}, ${high?.[k]?.toFixed(3)}]`,
                  estimated ? 'yes' : `no: ${fallback}`,
                ]),
              ),
            ),
          );
          say('');
          say(
            table(
              ['showing', 'clicks an impression', 'rows it comes to'],
              valued.map(({ way, value, rows }) => [way, withInterval(value), Math.round(rows)]),
            ),
          );
        },
      ),
    );
}

const command = (name: string, description: string): Command =>
  new Command(name)
    .description(description)
    .allowExcessArguments(false)
    .addOption(
      new Option('--data <folder>', `the folder that holds ${name === 'online-retail' ? 'retail' : name}/`)
        .env('PENCHANT_DATA')
        .default(DATA_FOLDER, '../shared/data from the project'),
    )
    .option('--seed <n>', 'of what is held out, and of the intervals', whole(0, 2 ** 32 - 1), 1);

const wayRow = ({ way, ndcg, gain }: WayMean): string[] => [way, withInterval(ndcg), withInterval(gain, '+')];
