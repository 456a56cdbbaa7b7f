import type { Interval } from '../bootstrap.js';
import type { Output } from '../output.js';
import type { Report, Section } from '../report/report.js';
import { experiment, type Figures } from './experiment.js';
import { meanOf } from './mean.js';
import { SCENARIOS, type ScenarioName } from './scenarios.js';

export interface FiguresAsked {
  readonly worlds: readonly ScenarioName[];
  readonly seeds: number;
  readonly lists?: number;
}

/** A figure that is published, and the one that an independent prototype reached on work of this kind. */
interface Row {
  readonly measure: 'θ error' | 'intervals' | 'NDCG@10' | 'Kendall’s τ';
  /** By what it is estimated or ordered. */
  readonly by: string;
  readonly figure: keyof Figures;
  readonly target?: number | undefined;
  /** Whether less is better; what only sets the scene has neither. */
  readonly better?: 'less' | 'more';
}

const SAYS: Readonly<Record<Row['measure'], string>> = {
  'θ error': 'mean of |θ̂/θ − 1| over positions',
  intervals: 'share of 95 % intervals that hold the truth',
  'NDCG@10': 'NDCG@10 of an order of all items',
  'Kendall’s τ': 'Kendall’s τ with the true order',
};

const errors = (curve: number, pairs: number, items: number, aim: Pick<Row, 'better'> = {}): Row[] => [
  { measure: 'θ error', by: 'click-through curve', figure: 'clickCurve', target: curve },
  { measure: 'θ error', by: 'AllPairs', figure: 'allPairs', target: pairs },
  { measure: 'θ error', by: 'fixed effects, items', figure: 'items', target: items, ...aim },
];

const orders = (rate: number, sum: number | undefined, quality: number): Row[] => [
  { measure: 'NDCG@10', by: 'click rate', figure: 'ndcgRate', target: rate },
  { measure: 'NDCG@10', by: 'Σ clicks over the click curve', figure: 'ndcgInverseSum', target: sum },
  { measure: 'NDCG@10', by: 'the same as a rate, by θ', figure: 'ndcgInverseRate' },
  { measure: 'NDCG@10', by: 'quality', figure: 'ndcgQuality', target: quality, better: 'more' },
];

const INTERVALS = {
  measure: 'intervals',
  by: 'fixed effects',
  figure: 'coverage',
  target: 0.94,
  better: 'more',
} as const;
const BUCKETS = { measure: 'θ error', by: 'fixed effects, item × 32 buckets', figure: 'buckets' } as const;

/** What is published of which world. */
const ROWS: Readonly<Partial<Record<ScenarioName, readonly Row[]>>> = {
  plain: [
    ...errors(0.334, 0.044, 0.017, { better: 'less' }),
    { measure: 'θ error', by: '  + shrunk and ordered', figure: 'itemsServed', target: 0.011, better: 'less' },
    INTERVALS,
    ...orders(0.847, 0.955, 0.9992),
  ],
  weak: orders(0.697, 0.83, 0.989),
  personal: [
    ...errors(0.474, 0.443, 0.498),
    { ...BUCKETS, target: 0.013, better: 'less' },
    { measure: 'θ error', by: '  + shrunk and ordered', figure: 'bucketsServed' },
    INTERVALS,
    ...orders(0.836, undefined, 0.985),
  ],
  'personal-whole-score': [BUCKETS, { measure: 'NDCG@10', by: 'quality', figure: 'ndcgQuality' }],
  rare: [
    { measure: 'Kendall’s τ', by: 'τ-a, clicks', figure: 'tauClicks' },
    { measure: 'Kendall’s τ', by: 'τ-a, quality', figure: 'tauQuality' },
    { measure: 'Kendall’s τ', by: 'τ-b, clicks', figure: 'tauClicksUntied' },
    { measure: 'Kendall’s τ', by: 'τ-b, quality, to a digit', figure: 'tauQualityRounded' },
    { measure: 'Kendall’s τ', by: 'of pairs clicks tell apart, clicks', figure: 'tauClicksApart' },
    { measure: 'Kendall’s τ', by: 'of pairs clicks tell apart, quality', figure: 'tauQualityApart' },
  ],
};

/** Every figure of some worlds, a mean over seeds 1 to `seeds`, beside what there was to reach. */
export function figuresReport({ worlds, seeds, lists }: FiguresAsked, onProgress?: Output['onProgress']): Report {
  let done = 0;
  const sections = worlds.map((world) => {
    const runs = Array.from({ length: seeds }, (_, seed) => {
      const run = experiment({ ...SCENARIOS[world], seed: seed + 1, ...(lists === undefined ? {} : { lists }) });
      onProgress?.(++done, worlds.length * seeds, 'worlds');
      return run;
    });
    return sectionOf(world, (figure) => meanOf(runs.map((run) => run[figure])));
  });
  const asked = lists === undefined ? '' : ` --lists ${lists}`;
  return {
    title: 'What clicks teach of positions and items',
    lead: `Means of ${seeds} simulated worlds of each kind, with 95 % intervals, beside what an independent prototype reached.`,
    command: `penchant-lab simulate figures --worlds ${worlds.join(',')} --seeds ${seeds}${asked}`,
    sections,
  };
}

function sectionOf(world: ScenarioName, figureOf: (figure: keyof Figures) => Interval): Section {
  const rows = ROWS[world] ?? [];
  const measures = [...new Set(rows.map(({ measure }) => measure))];
  return {
    heading: world,
    says: 'Curves should have small errors, and intervals that hold the truth; orders should be near 1.',
    charts: measures.map((measure) => ({
      kind: 'intervals',
      title: `${world}: ${SAYS[measure]}`,
      x: `${measure} →`,
      rows: rows
        .filter((row) => row.measure === measure)
        .map(({ by, figure, target }) => ({
          name: by.trim(),
          ...figureOf(figure),
          ...(target === undefined ? {} : { target }),
        })),
    })),
    table: {
      headings: ['world', '', 'by', 'mean', '', 'to reach', ''],
      rows: rows.map((row) => {
        const { value, high } = figureOf(row.figure);
        const aim = row.target === undefined ? '' : digits(row.target);
        return [world, row.measure, row.by, digits(value), `± ${(high - value).toFixed(3)}`, aim, verdict(value, row)];
      }),
    },
  };
}

/** Three digits, or four where all begin with nines. */
const digits = (value: number): string => value.toFixed(value > 0.99 && value < 1 ? 4 : 3);

function verdict(mean: number, { target, better }: Row): string {
  if (target === undefined || better === undefined) return '';
  const [got, aim] = [Number(digits(mean)), Number(digits(target))];
  return (better === 'less' ? got <= aim : got >= aim) ? 'reached' : 'missed';
}
