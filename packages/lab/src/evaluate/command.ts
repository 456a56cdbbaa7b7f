import { Command, Option } from 'commander';
import { DATA_FOLDER } from '../data-folder.js';
import type { Output } from '../output.js';
import { grouped, table } from '../table.js';
import { whole } from '../whole.js';
import { readRatings } from './movietweetings.js';
import { evaluateNeighbours } from './neighbours.js';

/** `evaluate movietweetings`. */
export function evaluateCommand({ say }: Output): Command {
  const movietweetings = new Command('movietweetings')
    .description('Recommends films to users that were held out, by what the pairs of the others teach.')
    .allowExcessArguments(false)
    .addOption(
      new Option('--data <folder>', 'the folder that holds movietweetings/')
        .env('PENCHANT_DATA')
        .default(DATA_FOLDER, '../shared/data from the project'),
    )
    .option('--seed <n>', 'which users are held out', whole(0, 2 ** 32 - 1), 1)
    .action(async ({ data, seed }: { readonly data: string; readonly seed: number }) => {
      const { users, items, heldOut, ways } = evaluateNeighbours(await readRatings(data), seed);
      say(
        `${grouped(users)} users and ${grouped(items)} films with five ratings or more; ${grouped(heldOut)} users held out`,
      );
      say(
        table(
          ['by', 'NDCG@10', 'prototype'],
          ways.map(({ way, ndcg, target }) => [way, ndcg.toFixed(3), target.toFixed(3)]),
        ),
      );
    });
  return new Command('evaluate').description('Evaluates models on real data.').addCommand(movietweetings);
}
