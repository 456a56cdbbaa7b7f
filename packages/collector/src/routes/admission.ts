import { epochOf, MAX_ID_CHARS, type Contribution } from '@penchant/core';
import { problem, type Problem } from '../problem.js';
import { allows, type Sites } from '../sites.js';
import { SHAPES, TABLE_OF, type Row } from '../store/tables.js';

/** How far a device's clock may be ahead, in epochs. */
const EPOCHS_AHEAD = 1;

/** How long a device may keep a contribution before it sends it, in epochs: a little over a year. */
const EPOCHS_BEHIND = 60;

/** How long this collector takes contributions for: never longer than it keeps what they would be compared with. */
export const epochsBehind = (keptWeeks = EPOCHS_BEHIND): number => Math.min(EPOCHS_BEHIND, keptWeeks);

/** What decides which epochs are taken. */
export interface Now {
  /** By the collector's clock: milliseconds since 1970-01-01. */
  readonly ms: number;
  /** The newest epoch that was ever added: how far time has come, by the clocks of devices. */
  readonly newest: number | undefined;
  /** For how many epochs before the current one contributions are taken. */
  readonly behind: number;
}

/** What is wrong with a contribution of the right shape, or `undefined` when it may be added. */
export function refuseContribution(
  contribution: Contribution,
  origin: string | undefined,
  sites: Sites,
  at: Now,
): Problem | undefined {
  const { site, epoch } = contribution;
  const origins = sites.get(site);
  if (!origins) return problem('unknown-site', '/site', `${JSON.stringify(site)} is not a site of this collector`);
  if (!allows(origins, origin))
    return problem('foreign-origin', '', `${origin} may not send contributions of this site`);
  return refuseEpoch(epoch, at) ?? refuseCells(contribution);
}

/**
 * Devices delete what is refused for good, and come back with the rest for as long as it is not. So an old week is refused
 * while nothing says that the collector's clock is ahead of devices', and one that has not come only where they agree with
 * that clock: devices tell of this week or the one before.
 */
function refuseEpoch(epoch: number, { ms, newest, behind }: Now): Problem | undefined {
  const now = epochOf(ms);
  const range = `must be ${now - behind} to ${now + EPOCHS_AHEAD}`;
  const isEarly = epoch > now + EPOCHS_AHEAD;
  if (!isEarly && epoch >= now - behind) return undefined;
  const isAhead = newest !== undefined && newest < now - 1;
  const isBehind = newest === undefined || newest > now;
  if (isAhead || (isEarly && isBehind))
    return problem('clocks-disagree', '/epoch', `${range} by this collector's clock; send it again later`);
  return problem('epoch-out-of-range', '/epoch', range);
}

function refuseCells(contribution: Contribution): Problem | undefined {
  const { family, cells } = contribution;
  const listProblem = family === 'list' ? refuseText('/list', contribution.list) : undefined;
  if (listProblem) return listProblem;
  const { keys, texts } = SHAPES[TABLE_OF.get(family) ?? 'lists'];
  const rows: readonly Row[] = cells;
  for (const [i, cell] of cells.entries()) {
    const path = `/cells/${i}`;
    const cellProblem = refuseTexts(path, cell, texts);
    if (cellProblem) return cellProblem;
    // A pair said in two orders would be two pairs.
    if ('other' in cell && cell.other < cell.item)
      return problem('invalid', `${path}/other`, 'must not come before item');
    // Said twice, a cell could say more than MAX_COUNT, and count as two contributions.
    if (isRepeated(rows, i, keys)) return problem('invalid', path, 'repeats an earlier cell');
  }
  return undefined;
}

/** Whether an earlier cell is about the same. There are a few dozen at most: to compare them costs less than to name each. */
function isRepeated(rows: readonly Row[], i: number, keys: readonly string[]): boolean {
  for (let earlier = 0; earlier < i; earlier++)
    if (keys.every((name) => rows[earlier]?.[name] === rows[i]?.[name])) return true;
  return false;
}

function refuseTexts(path: string, row: Row, texts: ReadonlySet<string>): Problem | undefined {
  for (const name of texts) {
    const value = row[name];
    const wrong = typeof value === 'string' ? refuseText(`${path}/${name}`, value) : undefined;
    if (wrong) return wrong;
  }
  return undefined;
}

function refuseText(path: string, text: string): Problem | undefined {
  // JSON Schema counts characters, the device and its bound count UTF-16 code units.
  if (text.length > MAX_ID_CHARS) return problem('invalid', path, `must be at most ${MAX_ID_CHARS} UTF-16 code units`);
  // Half a surrogate pair has no UTF-8: stores would make the same character of all of them, and one item of many.
  if (/\p{Surrogate}/u.test(text)) return problem('invalid', path, 'must be whole characters, no half surrogate pairs');
  return undefined;
}
