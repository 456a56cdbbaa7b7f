import { cellAt } from '../cells.js';

/** Before any data: curves fall as 1/k^η, with η about 1, and nearly always between 0 (flat) and 2. */
const PRIOR_ETA = 1;
const PRIOR_ETA_SD = 0.5;
/** Least variance of log θ around the power law: no curve is a power law exactly. */
const LEAST_VARIANCE = 1e-4;

export interface Shrunk {
  /** Exponent of the power law 1/k^η, and its standard error. */
  readonly eta: number;
  readonly etaError: number;
  /** log θ by position, drawn towards the power law as far as it is unsure; position 1 first, 0. */
  readonly logs: readonly number[];
  /** What each is weighed by, 1/variance. Position 1 is fixed by definition: `Infinity`. */
  readonly weights: readonly number[];
}

/**
 * Draws log θ towards a power law: y = −η log k by weighted least squares with a prior on η; the variance τ² around it by
 * moments (DerSimonian & Laird 1986, for a regression through the origin); then the mean of both, weighted. Positions whose
 * standard error is not finite get the law's own value.
 */
export function shrink(logTheta: readonly number[], standardErrors: readonly number[]): Shrunk {
  const known = logTheta
    .map((y, k) => ({ x: Math.log(k + 1), y, w: 1 / cellAt(standardErrors, k) ** 2 }))
    .filter(({ x, y, w }) => x > 0 && Number.isFinite(y) && w > 0 && Number.isFinite(w));
  const sum = (of: (point: (typeof known)[number]) => number): number =>
    known.reduce((total, point) => total + of(point), 0);
  const wxx = sum(({ x, w }) => w * x * x);
  const wxy = sum(({ x, y, w }) => w * x * y);
  const precision = 1 / PRIOR_ETA_SD ** 2;
  const eta = Math.max(0, (precision * PRIOR_ETA - wxy) / (precision + wxx)); // a curve never rises
  const slope = wxx > 0 ? wxy / wxx : 0;
  const spread = sum(({ x, y, w }) => w * (y - slope * x) ** 2) - (known.length - 1);
  const scale = sum(({ w }) => w) - (wxx > 0 ? sum(({ x, w }) => w * w * x * x) / wxx : 0);
  const variance = Math.max(LEAST_VARIANCE, scale > 0 ? spread / scale : 0);
  const weights = logTheta.map((_, k) => (k === 0 ? Infinity : weightOf(cellAt(standardErrors, k)) + 1 / variance));
  const logs = logTheta.map((y, k) => {
    if (k === 0) return 0;
    const law = -eta * Math.log(k + 1);
    const weight = Number.isFinite(y) ? weightOf(cellAt(standardErrors, k)) : 0;
    return weight > 0 ? (weight * y + law / variance) / (weight + 1 / variance) : law;
  });
  return { eta, etaError: 1 / Math.sqrt(precision + wxx), logs, weights };
}

const weightOf = (standardError: number): number => 1 / standardError ** 2;
