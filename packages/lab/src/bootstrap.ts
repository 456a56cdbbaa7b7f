import { mulberry32 } from './chance.js';

/** A value, and where 95 % of its bootstrap replicates lie; `NaN` where nothing tells. */
export interface Interval {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

/** A statistic of sums, such as one over another. */
export type Statistic = (sums: Float64Array) => number;

/** Sums over independent units, such as visitors, and how far chance could have moved what is made of them. */
export interface Bootstrap {
  readonly units: number;
  /** Adds what one unit adds to every sum. */
  add(unit: Float64Array): void;
  interval(of: Statistic): Interval;
}

export interface BootstrapOptions {
  /** Sums of one unit. */
  readonly width: number;
  readonly samples: number;
  readonly seed: number;
}

/** Chances that a unit is drawn up to 0, 1, 2, … times, when as many are drawn, with repetition, as there are: Poisson's, of mean 1. */
const DRAWN: readonly number[] = Array.from({ length: 10 }, (_, n) => n).map((most) => {
  let [term, sum] = [Math.exp(-1), Math.exp(-1)];
  for (let n = 1; n <= most; n++) sum += term /= n;
  return sum;
});

/**
 * The bootstrap in one pass, in memory that does not grow with the units: each unit counts in each replicate as often as Poisson's
 * distribution says (Hanley & MacGibbon 2006; Chamandy et al. 2012). Replicates share their draws, so what is compared is paired.
 */
export function bootstrap({ width, samples, seed }: BootstrapOptions): Bootstrap {
  const chance = mulberry32(seed);
  const whole = new Float64Array(width);
  const replicates = Array.from({ length: samples }, () => new Float64Array(width));
  let units = 0;
  return {
    get units() {
      return units;
    },
    add(unit) {
      units++;
      addTo(whole, unit, 1);
      for (const replicate of replicates) {
        const drawn = chance();
        let times = 0;
        while (times < DRAWN.length && drawn >= (DRAWN[times] ?? 1)) times++;
        if (times > 0) addTo(replicate, unit, times);
      }
    },
    interval(of) {
      const values = Float64Array.from(replicates, of)
        .filter((value) => !Number.isNaN(value))
        .sort();
      const at = (share: number): number => values[Math.round(share * (values.length - 1))] ?? NaN;
      return { value: of(whole), low: at(0.025), high: at(0.975) };
    },
  };
}

function addTo(sums: Float64Array, unit: Float64Array, times: number): void {
  for (let i = 0; i < sums.length; i++) sums[i] = (sums[i] ?? 0) + times * (unit[i] ?? 0);
}
