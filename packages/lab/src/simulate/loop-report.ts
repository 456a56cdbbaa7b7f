import type { Output } from '../output.js';
import type { CurvePoint } from '../report/chart.js';
import type { Report, Section } from '../report/report.js';
import { LEARNER_NAMES, loop, type LearnerName, type Turn } from './loop.js';
import { SCENARIOS, type ScenarioName } from './scenarios.js';

export interface LoopAsked {
  readonly worlds: readonly ScenarioName[];
  readonly seeds: number;
  readonly lists: number;
  readonly epochs: number;
  /** Share of places that quality gives by chance, in a loop of its own. */
  readonly explored: number;
}

const MEASURES = [
  ['θ error', 'thetaError'],
  ['NDCG@10', 'ndcg'],
  ['τ', 'tau'],
  ['clicks a list', 'clicksPerList'],
  ['items shown', 'shown'],
  ['top 1 % share', 'topShare'],
] as const satisfies readonly (readonly [string, keyof Turn])[];
type Measure = (typeof MEASURES)[number][1];

/** Of a normal distribution, 95 % lies within this many standard deviations. */
const WITHIN_95 = 1.96;
/** Epochs that the table has, of many; the charts have all. */
const [FIRST, FIFTH] = [3, 5] as const;

interface Run {
  readonly name: string;
  readonly learner: LearnerName;
  readonly explored: number;
}

/** Loops of every world by every learner, and by quality with some places given by chance: means over seeds, with 95 % intervals. */
export function loopReport(asked: LoopAsked, onProgress?: Output['onProgress']): Report {
  const { worlds, seeds, lists, epochs, explored } = asked;
  const runs: Run[] = LEARNER_NAMES.map((learner) => ({ name: learner, learner, explored: 0 }));
  if (explored > 0)
    runs.push({ name: `quality, ${Math.round(100 * explored)} % by chance`, learner: 'quality', explored });
  let done = 0;
  const sections = worlds.map((world) => {
    const turns = runs.map(({ learner, explored: share }) =>
      Array.from({ length: seeds }, (_, seed) => {
        const options = { ...SCENARIOS[world], error: 2, lists, seed: seed + 1, explored: share };
        const own = loop(options, learner, epochs);
        onProgress?.(++done, worlds.length * runs.length * seeds, 'loops');
        return own;
      }),
    );
    return sectionOf(world, runs, turns, epochs);
  });
  return {
    title: 'A closed loop',
    lead: `${epochs} epochs of ${lists.toLocaleString('en')} lists, ordered by what the epochs before taught, the first by rankers that know little; ${seeds} worlds of each kind.`,
    command: `penchant-lab simulate loop --worlds ${worlds.join(',')} --seeds ${seeds} --lists ${lists} --epochs ${epochs} --explore ${explored}`,
    sections,
  };
}

/** `turns` by run, by seed, by epoch. */
function sectionOf(
  world: ScenarioName,
  runs: readonly Run[],
  turns: readonly (readonly Turn[][])[],
  epochs: number,
): Section {
  const meanOf = (run: number, epoch: number, of: Measure): CurvePoint => {
    const values = (turns[run] ?? []).map((seed) => seed[epoch]?.[of] ?? NaN);
    const y = values.reduce((sum, value) => sum + value, 0) / values.length;
    const variance = values.reduce((sum, value) => sum + (value - y) ** 2, 0) / Math.max(1, values.length - 1);
    const off = WITHIN_95 * Math.sqrt(variance / values.length);
    return { x: epoch + 1, y, low: y - off, high: y + off };
  };
  const all = Array.from({ length: epochs }, (_, epoch) => epoch);
  const told = all.filter((epoch) => epoch < FIRST || epoch === FIFTH - 1 || epoch === epochs - 1);
  return {
    heading: world,
    says: 'A loop that fed on itself would drift: the error of θ would rise, and ever fewer items would have ever more of the places.',
    charts: MEASURES.map(([y, of]) => ({
      kind: 'curves',
      title: y,
      x: 'epoch',
      y,
      series: runs.map(({ name }, run) => ({ name, points: all.map((epoch) => meanOf(run, epoch, of)) })),
    })),
    table: {
      headings: ['world', 'ordered by', 'epoch', ...MEASURES.map(([name]) => name)],
      rows: runs.flatMap(({ name }, run) =>
        told.map((epoch) => [world, name, epoch + 1, ...MEASURES.map(([, of]) => digits(meanOf(run, epoch, of)))]),
      ),
    },
  };
}

const digits = ({ y, high = y }: CurvePoint): string => `${y.toFixed(3)} ± ${(high - y).toFixed(3)}`;
