import { words } from './words.js';

const UNITS = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
  ['second', 1_000],
] as const;

/** A stretch of time in its largest unit, rounded: 3 of `day`. Less than two of a unit are told in the next smaller one. */
function inUnit(ms: number): readonly [count: number, unit: (typeof UNITS)[number][0]] {
  const [unit, size] = UNITS.find(([, each]) => ms >= 2 * each) ?? ['second', 1_000];
  return [Math.round(ms / size), unit];
}

/** “3 days”. */
export function duration(ms: number): string {
  const [count, unit] = inUnit(Math.max(0, ms));
  return new Intl.NumberFormat(words().language, { style: 'unit', unit, unitDisplay: 'long' }).format(count);
}

/** “3 days ago”. */
export function ago(atMs: number, nowMs = Date.now()): string {
  const [count, unit] = inUnit(Math.max(0, nowMs - atMs));
  return new Intl.RelativeTimeFormat(words().language, { numeric: 'auto' }).format(-count, unit);
}

/** “24 Nov 2026, 14:03”, where the reader is. */
export const exactly = (atMs: number): string =>
  new Intl.DateTimeFormat(words().language, { dateStyle: 'medium', timeStyle: 'short' }).format(atMs);
