import { positionCurve } from '@penchant/core/estimate';
import { SCENARIOS, type ScenarioName } from './scenarios.js';
import { simulate } from './simulate.js';
import { worldOf } from './world.js';

/** Whether the curve of a simulated world says of itself that the model does not fit. */
export function alarm(scenario: ScenarioName, seed: number, lists: number): boolean {
  const world = worldOf({ ...SCENARIOS[scenario], seed, lists });
  return positionCurve('simulated', simulate(world)).fits === false;
}
