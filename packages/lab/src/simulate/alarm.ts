import { positionCurve } from '@penchant/core/estimate';
import type { Output } from '../output.js';
import type { Report } from '../report/report.js';
import { shareOf } from './mean.js';
import { SCENARIOS, type ScenarioName } from './scenarios.js';
import { simulate } from './simulate.js';
import { worldOf } from './world.js';

export interface AlarmAsked {
  readonly worlds: readonly ScenarioName[];
  readonly seeds: number;
  readonly lists?: number;
}

/** Whether the curve of a simulated world says of itself that the model does not fit. */
export function alarm(scenario: ScenarioName, seed: number, lists?: number): boolean {
  const world = worldOf({ ...SCENARIOS[scenario], seed, ...(lists === undefined ? {} : { lists }) });
  return positionCurve('simulated', simulate(world)).fits === false;
}

/** How often the alarm is raised: at most once in twenty worlds in which clicks are by position, and nine times in ten in others. */
const [MOST_FALSE, LEAST_TRUE] = [0.05, 0.9] as const;

export function alarmReport({ worlds, seeds, lists }: AlarmAsked, onProgress?: Output['onProgress']): Report {
  let done = 0;
  const told = worlds.map((world) => {
    let flagged = 0;
    for (let seed = 1; seed <= seeds; seed++) {
      flagged += Number(alarm(world, seed, lists));
      onProgress?.(++done, worlds.length * seeds, 'worlds');
    }
    const { clicks } = SCENARIOS[world];
    const target = clicks === 'position' ? MOST_FALSE : LEAST_TRUE;
    return { world, clicks, flagged, target, ...shareOf(flagged, seeds) };
  });
  const asked = lists === undefined ? '' : ` --lists ${lists}`;
  return {
    title: 'The alarm',
    lead: `How often a curve says of itself that clicks follow another model, in ${seeds} simulated worlds of each kind, with 95 % intervals.`,
    command: `penchant-lab simulate alarm --worlds ${worlds.join(',')} --seeds ${seeds}${asked}`,
    sections: [
      {
        heading: 'Worlds that are flagged',
        says: 'Where clicks are by position, hardly any should be; where they follow another model, nearly all.',
        charts: [
          {
            kind: 'intervals',
            title: 'Share of worlds that are flagged',
            x: 'flagged →',
            rows: told.map(({ world, value, low, high, target }) => ({ name: world, value, low, high, target })),
          },
        ],
        table: {
          headings: ['world', 'clicks by', 'flagged', '', '95 %', 'to reach'],
          rows: told.map(({ world, clicks, flagged, value, low, high, target }) => [
            world,
            clicks,
            `${flagged} of ${seeds}`,
            percent(value),
            `[${percent(low)}, ${percent(high)}]`,
            `${target === MOST_FALSE ? '≤' : '≥'} ${percent(target)}`,
          ]),
        },
      },
    ],
  };
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
