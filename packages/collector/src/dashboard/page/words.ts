const exact = new Intl.NumberFormat('en-GB');
const compact = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const dayAndMonth = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
const clockTime = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });

const SECOND_MS = 1_000;
const MINUTE_MS = 60 * SECOND_MS;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const WEEK_MS = 7 * DAY_MS;

/** 1234 as “1,234”. */
export const exactly = (n: number): string => exact.format(n);

/** 1234 as “1.2k”. */
export const roughly = (n: number): string => compact.format(n).replace('K', 'k');

/** “1 item”, “1.2k items”. */
export const counted = (n: number, one: string, many: string = `${one}s`): string =>
  `${roughly(n)} ${n === 1 ? one : many}`;

/** A stretch of time in one unit: “40 s”, “5 min”, “3 h”, “2 days”. */
export function duration(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.max(0, Math.round(ms / SECOND_MS))} s`;
  if (ms < HOUR_MS) return `${Math.round(ms / MINUTE_MS)} min`;
  if (ms < 2 * DAY_MS) return `${Math.round(ms / HOUR_MS)} h`;
  return `${Math.round(ms / DAY_MS)} days`;
}

/** 0.0314 as “3.1 %”. */
export function percent(share: number): string {
  const hundredths = share * 100;
  return `${hundredths > 0 && hundredths < 10 ? hundredths.toFixed(1) : hundredths.toFixed(0)} %`;
}

/** 1536 as “1.5 kB”, by the thousand as disks are sold. */
export function bytes(n: number): string {
  const units = ['bytes', 'kB', 'MB', 'GB', 'TB'];
  const power = n < 1_000 ? 0 : Math.min(units.length - 1, Math.floor(Math.log10(n) / 3));
  const value = n / 1_000 ** power;
  return `${value < 10 && power > 0 ? value.toFixed(1) : value.toFixed(0)} ${units[power] ?? ''}`;
}

/** The first day of an epoch: “19 Nov”. */
export const weekOf = (epoch: number): string => dayAndMonth.format(epoch * WEEK_MS);

/** When the week that a time is in is over. */
export const endOfWeek = (atMs: number): number => (Math.floor(atMs / WEEK_MS) + 1) * WEEK_MS;

export const epochAt = (atMs: number): number => Math.floor(atMs / WEEK_MS);

/** “14:03:20”, where the reader is. */
export const timeOfDay = (atMs: number): string => clockTime.format(atMs);
