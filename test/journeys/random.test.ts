import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available } from '../browsers/engines.js';
import { leafPage, play } from './play.js';
import { scripts } from './script.js';
import { openTown, type Town } from './town.js';

/** `bench/journeys.mjs` asks for more, and others. */
const { PENCHANT_RUNS = '6', PENCHANT_SEED = '1' } = process.env;
const RUN_MS = 60_000;

describe.runIf(available.includes('chromium'))('a visitor with Chromium to whom anything may happen', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown();
    town.publish('leaf.html', leafPage(town.collector));
    await town.startCollector();
  });
  afterAll(() => town.end());

  it.each(scripts(Number(PENCHANT_SEED), Number(PENCHANT_RUNS)).map((script, i) => [i + 1, script] as const))(
    'is counted exactly as was told, in run %i',
    async (run, script) => {
      const outcome = await play(town, `r${run}`, script);
      const says = script.map((step) => JSON.stringify(step)).join('\n');
      expect(outcome, says).toMatchObject({ missing: [], tooMany: [] });
    },
    RUN_MS,
  );
});
