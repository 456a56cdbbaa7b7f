import type { Output } from '../output.js';
import type { CurvePoint } from '../report/chart.js';
import type { Report, Section } from '../report/report.js';
import { loop, type LearnerName, type Turn } from './loop.js';
import { meanOf } from './mean.js';
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

/** Epochs that the table has, of many; the charts have all. */
const [FIRST, FIFTH] = [3, 5] as const;

interface Run {
  readonly name: string;
  readonly learner: LearnerName;
  readonly explored: number;
  readonly isReference?: boolean;
}

/** Loops of every world by every learner; by quality with some places given by chance, too, and beside it by the truth: means over seeds, with 95 % intervals. */
export function loopReport(asked: LoopAsked, onProgress?: Output['onProgress']): Report {
  const { worlds, seeds, lists, epochs, explored } = asked;
  const runs: Run[] = (['rate', 'quality'] as const).map((learner) => ({
    name: learner,
    learner,
    explored: 0,
  }));
  const chance = explored > 0 ? `, ${Math.round(100 * explored)} % by chance` : '';
  if (explored > 0) runs.push({ name: `quality${chance}`, learner: 'quality', explored });
  runs.push({ name: `truth${chance}`, learner: 'truth', explored, isReference: true });
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
  const meanAt = (run: number, epoch: number, of: Measure): CurvePoint => {
    const { value, low, high } = meanOf((turns[run] ?? []).map((seed) => seed[epoch]?.[of] ?? NaN));
    return { x: epoch + 1, y: value, low, high };
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
      series: runs.map(({ name, isReference = false }, run) => ({
        name,
        isReference,
        points: all.map((epoch) => meanAt(run, epoch, of)),
      })),
    })),
    table: {
      headings: ['world', 'ordered by', 'epoch', ...MEASURES.map(([name]) => name)],
      rows: runs.flatMap(({ name }, run) =>
        told.map((epoch) => [world, name, epoch + 1, ...MEASURES.map(([, of]) => digits(meanAt(run, epoch, of)))]),
      ),
    },
  };
}

const digits = ({ y, high = y }: CurvePoint): string => `${y.toFixed(3)} ± ${(high - y).toFixed(3)}`;
