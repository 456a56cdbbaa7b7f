import { areaY, dot, line, plot, rectX, ruleX, ruleY, text, type Markish, type PlotOptions } from '@observablehq/plot';
import { parseHTML } from 'linkedom';

/** A value by place or by time, and where it may as well be. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
  readonly low?: number;
  readonly high?: number;
}

/** One line of a chart, named beside its end. What others are compared with is drawn in dashes. */
export interface Series {
  readonly name: string;
  readonly points: readonly CurvePoint[];
  readonly isReference?: boolean;
}

/** Lines with bands of what they are unsure of. */
export interface Curves {
  readonly kind: 'curves';
  readonly title: string;
  readonly x: string;
  readonly y: string;
  readonly series: readonly Series[];
}

/** One row of a comparison: a value, its interval, and what there was to reach. */
export interface Estimate {
  readonly name: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly target?: number;
}

/** Values beside one another, each with its interval; right of `zero`, if there is one, is better. */
export interface Intervals {
  readonly kind: 'intervals';
  readonly title: string;
  readonly x: string;
  readonly rows: readonly Estimate[];
  readonly zero?: number;
}

export type Chart = Curves | Intervals;

const WIDTH = 720;
const [ROW_PX, AXIS_PX, HEIGHT] = [34, 74, 340] as const;
/** Room below for ticks and, under them, the label. */
const BELOW = { marginBottom: 46 } as const;
const LABEL_OFFSET = 42;
/** In turn; a line's name says the same as its colour. */
const COLOURS = ['var(--accent)', 'var(--liked)', 'var(--disliked)', 'var(--warn)', 'var(--ink)', 'var(--muted)'];

/** A chart as SVG, by Observable Plot. Its colours are the custom properties of `@penchant/elements/tokens.css`. */
export function drawn(chart: Chart): SVGSVGElement {
  const { document } = parseHTML('<html><body></body></html>');
  const common: PlotOptions = {
    document,
    width: WIDTH,
    ariaLabel: chart.title,
    ariaDescription: inWords(chart),
    style: { background: 'none', fontSize: '13px', fontFamily: 'var(--sans)' },
  };
  const made = plot({ ...common, ...(chart.kind === 'curves' ? curves(chart) : intervals(chart)) });
  made.setAttribute('role', 'img');
  made.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  return made as SVGSVGElement; // a plot without a legend or a caption is one
}

function curves({ x, y, series }: Curves): PlotOptions {
  const labels = labelled(series);
  const marks = series.flatMap(({ name, points, isReference = false }, i): Markish[] => {
    const colour = isReference ? 'var(--muted)' : (COLOURS[i % COLOURS.length] ?? 'currentColor');
    const data = [...points];
    return [
      areaY(
        data.filter(({ low, high }) => low !== undefined && high !== undefined),
        { x: 'x', y1: 'low', y2: 'high', fill: colour, fillOpacity: 0.18 },
      ),
      line(data, { x: 'x', y: 'y', stroke: colour, strokeWidth: 2, ...(isReference && { strokeDasharray: '5 4' }) }),
      text(
        labels.filter((label) => label.name === name),
        { x: 'x', y: 'y', text: 'name', fill: colour, textAnchor: 'start', dx: 8 },
      ),
    ];
  });
  return {
    ...BELOW,
    height: HEIGHT,
    marginLeft: 52,
    marginRight: 200,
    x: { label: x, labelOffset: LABEL_OFFSET, ticks: wholeTicks(series), tickFormat: 'd' },
    y: { label: y, grid: true, nice: true, zero: true },
    marks: [ruleY([0], { stroke: 'var(--line)' }), ...marks],
  };
}

function intervals({ x, rows, zero }: Intervals): PlotOptions {
  const data = [...rows];
  const withTarget = data.filter(({ target }) => target !== undefined);
  const worse = (row: Estimate): string =>
    zero === undefined
      ? 'var(--accent)'
      : row.low > zero
        ? 'var(--liked)'
        : row.high < zero
          ? 'var(--disliked)'
          : 'var(--muted)';
  return {
    ...BELOW,
    height: AXIS_PX + ROW_PX * rows.length,
    marginLeft: 250,
    marginRight: 70,
    x: { label: x, labelOffset: LABEL_OFFSET, grid: true, nice: true, zero: zero === undefined },
    y: { label: null, domain: data.map(({ name }) => name), tickSize: 0 },
    marks: [
      ...(zero === undefined ? [] : [ruleX([zero], { stroke: 'var(--ink)' })]),
      rectX(data, {
        x1: 'low',
        x2: 'high',
        y: 'name',
        fill: worse,
        fillOpacity: 0.25,
        insetTop: 9,
        insetBottom: 9,
        rx: 4,
      }),
      dot(data, { x: 'value', y: 'name', r: 4.5, fill: worse }),
      dot(withTarget, { x: 'target', y: 'name', symbol: 'times', r: 5, stroke: 'var(--ink)' }),
      text(data, {
        x: 'high',
        y: 'name',
        text: ({ value }: Estimate) => digits(value),
        textAnchor: 'start',
        dx: 8,
        fill: 'var(--ink)',
      }),
    ],
  };
}

/** Between two names beside their lines, as a share of the height: less, and they would stand on one another. */
const NAME_GAP = 0.065;

/** Where the names of lines stand: beside their ends, or a little below, where others stand there already. */
function labelled(series: readonly Series[]): { readonly name: string; readonly x: number; readonly y: number }[] {
  const most = Math.max(...series.flatMap(({ points }) => points.map(({ y, high = y }) => high)));
  let above = Infinity;
  return series
    .flatMap(({ name, points }) => points.slice(-1).map(({ x, y }) => ({ name, x, y })))
    .sort((a, b) => b.y - a.y)
    .map((label) => ({ ...label, y: (above = Math.min(label.y, above - NAME_GAP * most)) }));
}

/** Three decimals, or four where little is left of three. */
const digits = (value: number): string => value.toFixed(Math.abs(value) < 0.01 ? 4 : 3).replace('-', '−');

const MOST_TICKS = 20;

/** Positions and epochs are whole. */
function wholeTicks(series: readonly Series[]): number[] {
  const all = series.flatMap(({ points }) => points.map(({ x }) => x));
  const [first, last] = [Math.min(...all), Math.max(...all)];
  const step = Math.ceil((last - first + 1) / MOST_TICKS);
  return Array.from({ length: Math.floor((last - first) / step) + 1 }, (_, i) => first + i * step);
}

/** What a chart shows, for who does not see it. */
function inWords(chart: Chart): string {
  if (chart.kind === 'intervals')
    return chart.rows
      .map(({ name, value, low, high }) => `${name}: ${digits(value)}, ${digits(low)} to ${digits(high)}`)
      .join('; ');
  const ends = chart.series.map(({ name, points: [first, ...rest] }) => {
    const last = rest.at(-1) ?? first;
    return first && last ? `${name}: from ${digits(first.y)} at ${first.x} to ${digits(last.y)} at ${last.x}` : name;
  });
  return `${chart.y} by ${chart.x}. ${ends.join('; ')}`;
}
