import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ENGINES, findEngines } from '../browsers/find.js';
import { leafPage, play, PLAYED } from './play.js';
import { scripts } from './script.js';
import { openTown, type Town } from './town.js';

/** `bench/journeys.mjs` asks for more, and others. */
const { PENCHANT_RUNS, PENCHANT_SEED = '1', PENCHANT_ENGINES = ENGINES.join() } = process.env;
const RUNS = { chromium: 2, firefox: 1, webkit: 1 };
const RUN_MS = 60_000;

const found = findEngines();
const engines = ENGINES.filter((engine) => PENCHANT_ENGINES.split(',').includes(engine) && found[engine]);

describe.each(engines)('a visitor with %s to whom anything may happen', (engine) => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    town.publish('leaf.html', leafPage(town.collector));
    await town.startCollector();
  });
  afterAll(() => town.end());

  const played = PLAYED[engine];
  const runs = Number(PENCHANT_RUNS ?? RUNS[engine]);
  it.each(scripts(Number(PENCHANT_SEED), runs, played.cannot).map((script, i) => [i + 1, script] as const))(
    'is counted exactly as was told, in run %i',
    { timeout: RUN_MS, retry: 0 }, // what is lost only sometimes is lost
    async (run, script) => {
      const outcome = await play(town, played, `r${run}`, script);
      const says = script.map((step) => JSON.stringify(step)).join('\n');
      expect(outcome, says).toMatchObject({ missing: [], tooMany: [] });
    },
  );
});
