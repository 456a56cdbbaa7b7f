import { table } from '../table.js';
import { experiment, type Figures } from './experiment.js';
import { SCENARIOS, type ScenarioName } from './scenarios.js';

/** A figure that is published: what of which world, and the figure that an independent prototype reached on work of this kind. */
interface Row {
  readonly scenario: ScenarioName;
  readonly what: string;
  readonly figure: keyof Figures;
  readonly target?: number;
  /** Whether less is better; what only sets the scene has neither. */
  readonly better?: 'less' | 'more';
}

const ROWS: readonly Row[] = [
  ...errors('plain', [0.334, 0.044, 0.017, 0.011]),
  { scenario: 'plain', what: '95 % intervals that hold the truth', figure: 'coverage', target: 0.94, better: 'more' },
  ...orders('plain', [0.847, 0.955, 0.9992]),
  ...orders('weak', [0.697, 0.83, 0.989]),
  ...errors('personal', [0.474, 0.443, 0.498]),
  { scenario: 'personal', what: 'θ error: item × 32 buckets', figure: 'buckets', target: 0.013, better: 'less' },
  { scenario: 'personal', what: '  + shrunk and ordered', figure: 'bucketsServed' },
  {
    scenario: 'personal',
    what: '95 % intervals that hold the truth',
    figure: 'coverage',
    target: 0.94,
    better: 'more',
  },
  ...orders('personal', [0.836, undefined, 0.985]),
  { scenario: 'personal-whole-score', what: 'θ error: item × 32 buckets', figure: 'buckets' },
  { scenario: 'personal-whole-score', what: 'NDCG@10: quality', figure: 'ndcgQuality' },
  { scenario: 'rare', what: 'Kendall’s τ-a: clicks', figure: 'tauClicks' },
  { scenario: 'rare', what: 'Kendall’s τ-b: clicks', figure: 'tauClicksUntied' },
  { scenario: 'rare', what: 'Kendall’s τ, no ties: quality', figure: 'tauQuality' },
  { scenario: 'rare', what: 'Kendall’s τ of pairs that clicks tell apart: clicks', figure: 'tauClicksApart' },
  { scenario: 'rare', what: 'Kendall’s τ of pairs that clicks tell apart: quality', figure: 'tauQualityApart' },
];

function errors(scenario: ScenarioName, [curve, pairs, items, served]: readonly number[]): Row[] {
  const target = (value?: number) => (value === undefined ? {} : { target: value });
  return [
    { scenario, what: 'θ error: click-through curve', figure: 'clickCurve', ...target(curve) },
    { scenario, what: 'θ error: AllPairs', figure: 'allPairs', ...target(pairs) },
    {
      scenario,
      what: 'θ error: fixed effects, items',
      figure: 'items',
      ...target(items),
      ...(served === undefined ? {} : { better: 'less' as const }),
    },
    ...(served === undefined
      ? []
      : [{ scenario, what: '  + shrunk and ordered', figure: 'itemsServed', target: served, better: 'less' } as const]),
  ];
}

function orders(scenario: ScenarioName, [rate, sum, quality]: readonly (number | undefined)[]): Row[] {
  const target = (value?: number) => (value === undefined ? {} : { target: value });
  return [
    { scenario, what: 'NDCG@10: click rate', figure: 'ndcgRate', ...target(rate) },
    { scenario, what: 'NDCG@10: Σ clicks over the click curve', figure: 'ndcgInverseSum', ...target(sum) },
    { scenario, what: 'NDCG@10: the same as a rate, by θ', figure: 'ndcgInverseRate' },
    { scenario, what: 'NDCG@10: quality', figure: 'ndcgQuality', ...target(quality), better: 'more' },
  ];
}

/** Every figure of some worlds, a mean over seeds 1 to `seeds`, beside what there was to reach. */
export function figuresTable(scenarios: readonly ScenarioName[], seeds: number, lists?: number): string {
  const means = new Map(scenarios.map((scenario) => [scenario, meanOf(scenario, seeds, lists)]));
  const rows = ROWS.flatMap(({ scenario, what, figure, target, better }) => {
    const { mean, error } = means.get(scenario)?.[figure] ?? {};
    if (mean === undefined || error === undefined) return [];
    return [
      [
        scenario,
        what,
        digits(mean),
        `± ${digits(error)}`,
        target === undefined ? '' : digits(target),
        verdict(mean, target, better),
      ],
    ];
  });
  return table(['world', 'figure', 'mean', '', 'to reach', ''], rows);
}

/** Three digits, or four where all begin with nines. */
const digits = (value: number): string => value.toFixed(value > 0.99 && value < 1 ? 4 : 3);

function verdict(mean: number, target?: number, better?: 'less' | 'more'): string {
  if (target === undefined || better === undefined) return '';
  const [got, aim] = [Number(digits(mean)), Number(digits(target))];
  return (better === 'less' ? got <= aim : got >= aim) ? 'reached' : 'missed';
}

interface Mean {
  readonly mean: number;
  /** Standard error over seeds. */
  readonly error: number;
}

function meanOf(scenario: ScenarioName, seeds: number, lists?: number): Readonly<Record<keyof Figures, Mean>> {
  const runs = Array.from({ length: seeds }, (_, seed) =>
    experiment({ ...SCENARIOS[scenario], seed: seed + 1, ...(lists === undefined ? {} : { lists }) }),
  );
  const of = (figure: keyof Figures): Mean => {
    const mean = runs.reduce((sum, run) => sum + run[figure], 0) / seeds;
    const variance = runs.reduce((sum, run) => sum + (run[figure] - mean) ** 2, 0) / Math.max(1, seeds - 1);
    return { mean, error: Math.sqrt(variance / seeds) };
  };
  const names = [...new Set(ROWS.map(({ figure }) => figure))];
  return Object.fromEntries(names.map((figure) => [figure, of(figure)])) as Record<keyof Figures, Mean>;
}
