import type { Position } from '../../overview-document.js';

/** The box that curves are drawn in; it is stretched to whatever room there is. */
export const BOX = { width: 300, height: 100 } as const;

export interface CurvePaths {
  readonly line: string;
  /** A point of no length for each position: round caps make dots of them that no stretching distorts. */
  readonly dots: string;
  /** The interval as an area, where every position has one. */
  readonly band?: string;
}

/** A position curve as SVG paths: position 1 at the left edge, θ = 1 at the top. */
export function curvePaths(positions: readonly Position[]): CurvePaths {
  const known = positions.flatMap(({ theta, interval }, i) => (theta === undefined ? [] : [{ i, theta, interval }]));
  const x = (i: number): string => round(known.length > 1 ? (i / (positions.length - 1)) * BOX.width : BOX.width / 2);
  const y = (value: number): string => round((1 - Math.max(0, Math.min(1, value))) * BOX.height);
  const points = known.map(({ i, theta }) => `${x(i)} ${y(theta)}`);
  const upper = known.flatMap(({ i, interval }) => (interval ? [`${x(i)} ${y(interval[1])}`] : []));
  const lower = known.flatMap(({ i, interval }) => (interval ? [`${x(i)} ${y(interval[0])}`] : []));
  const hasBand = known.length > 1 && upper.length === known.length;
  return {
    line: points.length > 0 ? `M${points.join('L')}` : '',
    dots: points.map((point) => `M${point}h0`).join(''),
    ...(hasBand ? { band: `M${upper.join('L')}L${lower.reverse().join('L')}Z` } : {}),
  };
}

const round = (value: number): string => value.toFixed(1);
