import { setTimeout as sleep } from 'node:timers/promises';
import { median } from '../median.mjs';

const REST_MS = 100;
const RESTS = 20;
const WARM_UPS = 200;
const READINGS = 20_000;
/** 16 MiB: about what a page's code and data are. */
const memory = Int32Array.from({ length: 4 * 1_024 ** 2 }, (_, i) => (i * 7_919) % (4 * 1_024 ** 2));

/**
 * How many times as long memory takes after a tenth of a second's rest, which is how paced events come. Where a host takes a
 * resting guest's memory away it is five and more, and times tell how much memory each tracker touches, and little else.
 */
export async function restCosts() {
  for (let i = 0; i < WARM_UPS; i++) read();
  const awake = median(Array.from({ length: RESTS }, read));
  const rested = [];
  for (let i = 0; i < RESTS; i++) {
    await sleep(REST_MS);
    rested.push(read());
  }
  return median(rested) / awake;
}

let at = 0;
/** Reads all over it; returns how long that took, in ms. */
function read() {
  const started = performance.now();
  for (let i = 0; i < READINGS; i++) at = memory[(at + i * 131) % memory.length];
  return performance.now() - started;
}
