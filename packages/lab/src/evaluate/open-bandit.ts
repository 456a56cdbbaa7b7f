import { positionCurve, itemQuality, type ListSum } from '@penchant/core/estimate';
import { parse } from 'csv-parse/sync';
import { bootstrap, type Interval } from '../bootstrap.js';
import type { LogName } from '../replay/open-bandit/log-file.js';

/** One row of a log: what was shown where, whether it was opened, and how likely it was to be shown there. */
export interface Row {
  readonly item: string;
  readonly position: number;
  readonly clicked: boolean;
  readonly propensity: number;
}

/** @throws Error naming the first row that is none. */
export function readRows(csv: string, log: LogName): Row[] {
  return parse<Readonly<Record<string, string>>>(csv, { columns: true, skip_empty_lines: true }).map((row, i) => {
    const { item_id: item = '', click } = row;
    const [position, propensity] = [Number(row['position']), Number(row['propensity_score'])];
    if (item === '' || !(position >= 1) || !(propensity > 0 && propensity <= 1) || (click !== '0' && click !== '1'))
      throw new Error(`[penchant] row ${i} of the log ${log} is none of Open Bandit's.`);
    return { item, position, clicked: click === '1', propensity };
  });
}

/** A way of choosing what to show, and the clicks an impression that it would have had in the random log. */
export interface Valued {
  readonly way: string;
  readonly value: Interval;
  /** (Σw)²/Σw²: as many rows as it comes to that weigh alike (Kish 1965). */
  readonly rows: number;
}

export interface EvaluatedBandit {
  readonly curves: readonly ReturnType<typeof positionCurve>[];
  readonly valued: readonly Valued[];
}

const SAMPLES = 1_000;
/** How many items each way chooses among, with equal chance: one alone would leave nearly no rows to tell by. */
const BEST = 10;

/**
 * What one log teaches, valued on the other, in which chance chose what was shown: self-normalised inverse propensities (SNIPS, Swaminathan &
 * Joachims 2015), with 95 % bootstrap intervals over rows.
 */
export function evaluateOpenBandit(
  { bts, random }: Readonly<Record<LogName, readonly Row[]>>,
  seed: number,
): EvaluatedBandit {
  const [taught, other] = [sumsOf('bts', bts), sumsOf('random', random)];
  const curve = positionCurve('bts', taught);
  const quality = itemQuality(taught, (_, position) => curve.theta[position - 1] ?? 1);
  const clicks = new Map<string, number>();
  for (const cell of taught) clicks.set(cell.item, (clicks.get(cell.item) ?? 0) + cell.clicks);
  const bestOf = (scores: readonly (readonly [string, number])[]): ReadonlySet<string> =>
    new Set(
      [...scores]
        .sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
        .slice(0, BEST)
        .map(([item]) => item),
    );
  const ways: readonly (readonly [string, ReadonlySet<string>])[] = [
    ['any item, by chance', new Set(random.map(({ item }) => item))],
    [`one of the ${BEST} with most clicks in bts`, bestOf([...clicks])],
    [`one of the ${BEST} of best quality in bts`, bestOf(quality.map((entry) => [entry.item, entry.quality]))],
  ];
  const valued = ways.map(([way, chosen]) =>
    valueOf(way, random, ({ item }) => (chosen.has(item) ? 1 / chosen.size : 0), seed),
  );
  const logged = valueOf('bts, as it was logged', bts, ({ propensity }) => propensity, seed);
  return { curves: [curve, positionCurve('random', other)], valued: [logged, ...valued] };
}

function valueOf(way: string, rows: readonly Row[], chanceOf: (row: Row) => number, seed: number): Valued {
  const sums = bootstrap({ width: 2, samples: SAMPLES, seed });
  let [all, squares] = [0, 0];
  for (const row of rows) {
    const weight = chanceOf(row) / row.propensity;
    sums.add(Float64Array.of(weight * Number(row.clicked), weight));
    all += weight;
    squares += weight ** 2;
  }
  return { way, value: sums.interval(([clicks = NaN, weights = NaN]) => clicks / weights), rows: all ** 2 / squares };
}

function sumsOf(list: string, rows: readonly Row[]): ListSum[] {
  const cells = new Map<string, { impressions: number; clicks: number; item: string; position: number }>();
  for (const { item, position, clicked } of rows) {
    const key = `${position} ${item}`;
    const cell = cells.get(key) ?? { item, position, impressions: 0, clicks: 0 };
    cells.set(key, { ...cell, impressions: cell.impressions + 1, clicks: cell.clicks + Number(clicked) });
  }
  return [...cells.values()].map((cell) => ({ ...cell, list, bucket: 0, contributions: cell.impressions }));
}
