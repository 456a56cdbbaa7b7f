import { count, defaultPolicy, emptyModel, inQuantile, readModel, score, type Watch } from '@penchant/core';
import { estimate, noSums, type Sum } from '@penchant/core/estimate';
import { randomNormal } from 'd3-random';
import { mulberry32 } from '../chance.js';
import { spearman } from './agreement.js';

/** How much what is said of plays depends on their length, though how much they were liked does not; and on that. */
export interface PlaysFigures {
  readonly completion: Correlations;
  /** The score without a model, by the policy's own curve. */
  readonly unplaced: Correlations;
  /** The score by the served quantiles. */
  readonly placed: Correlations;
}

/** Spearman's ρ with the length, and with the interest that nobody but the simulator knows. */
export interface Correlations {
  readonly length: number;
  readonly interest: number;
}

const [PLAYS, MINUTE_MS, SHORTEST_MS, LONGEST_MS] = [20, 60_000, 15_000, 3_600_000] as const;
/** Time is spent on long things, though less than they are longer: its median, by the length; and how it scatters by interest and chance. */
const [MEDIAN_MS, MEDIAN_OF_MS, BY_LENGTH, BY_INTEREST, BY_CHANCE] = [MINUTE_MS, 2 * MINUTE_MS, 0.6, 0.8, 0.5] as const;
const MIN_CONTRIBUTIONS = 20;

interface Play {
  readonly signal: Watch;
  readonly interest: number;
}

/** Devices of `PLAYS` plays each, counted as devices count; the model is made of what they send, and read as they read it. */
export function playsFigures(seed: number, devices: number): PlaysFigures {
  const chance = mulberry32(seed);
  const normal = randomNormal.source(chance)();
  const play = (): Play => {
    const durationMs = SHORTEST_MS * (LONGEST_MS / SHORTEST_MS) ** chance();
    const interest = normal();
    const median = MEDIAN_MS * (durationMs / MEDIAN_OF_MS) ** BY_LENGTH;
    const attendedMs = Math.min(durationMs, median * Math.exp(BY_INTEREST * interest + BY_CHANCE * normal()));
    const signal: Watch = {
      kind: 'watch',
      item: 'a',
      at: 1,
      durationMs,
      attendedMs,
      coverage: attendedMs / durationMs,
    };
    return { signal, interest };
  };
  const all = Array.from({ length: devices }, () => Array.from({ length: PLAYS }, play));
  const document = estimate('lab', { ...noSums, watches: sumsOf(all) }, MIN_CONTRIBUTIONS);
  const model = readModel(document) ?? emptyModel;
  const plays = all.flat();
  const figures = (of: (signal: Watch) => number): Correlations => {
    const said = plays.map(({ signal }) => of(signal));
    return {
      length: spearman(
        said,
        plays.map(({ signal }) => signal.durationMs ?? 0),
      ),
      interest: spearman(
        said,
        plays.map(({ interest }) => interest),
      ),
    };
  };
  return {
    completion: figures(({ coverage = 0 }) => coverage),
    unplaced: figures((signal) => score(signal, defaultPolicy).liking),
    placed: figures((signal) => {
      const told = inQuantile(signal, model, defaultPolicy, 'desktop');
      return told.kind === 'watch' ? score(told, defaultPolicy).liking : NaN;
    }),
  };
}

function sumsOf(all: readonly (readonly Play[])[]): Sum<'watches'>[] {
  const sums = new Map<string, Sum<'watches'>>();
  for (const device of all)
    for (const part of count(
      device.map(({ signal }) => signal),
      'lab',
    ).counts)
      if (part.family === 'watch')
        for (const cell of part.cells) {
          const key = `${cell.duration} ${cell.coverage}`;
          const { plays = 0, contributions = 0 } = sums.get(key) ?? {};
          sums.set(key, { ...cell, plays: plays + cell.plays, contributions: contributions + 1 });
        }
  return [...sums.values()];
}
