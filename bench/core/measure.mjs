import { markdownTable } from '../markdown.mjs';
import { median } from '../median.mjs';

const MS = 1_000;

/** CPU time of this process so far, in ms: what else the machine does takes none of it, as it does of a clock's. */
function spent() {
  const { user, system } = process.cpuUsage();
  return (user + system) / MS;
}

/** The median time of some work in ms, after a warm-up. What `prepare` makes for each round is not in it. */
export function time(work, { rounds = 15, warmUp = 5, prepare = () => undefined } = {}) {
  const times = [];
  for (let round = -warmUp; round < rounds; round++) {
    const given = prepare(round);
    const start = spent();
    work(given);
    const ms = spent() - start;
    if (round >= 0) times.push(ms);
  }
  return median(times);
}

/** Runs works in turns, round by round, so that whatever else the machine does meets them alike. Medians in ms. */
export function timeInTurns(works, { rounds = 15, warmUp = 5 } = {}) {
  const times = works.map(() => []);
  for (let round = -warmUp; round < rounds; round++)
    works.forEach(({ prepare = () => undefined, work }, i) => {
      const ms = time(work, { rounds: 1, warmUp: 0, prepare });
      if (round >= 0) times[i].push(ms);
    });
  return times.map(median);
}

/** A Markdown table of `[what, value, target]`. */
export const table = (rows) => markdownTable([['', 'measured', 'target', ''], ...rows], (column) => column === 1);

/** A row: a value against the most that it may be, if there is one. */
export function row(what, value, unit, most) {
  const shown = `${value.toLocaleString('en', { maximumSignificantDigits: 3 })} ${unit}`;
  if (most === undefined) return [what, shown, '', ''];
  return [what, shown, `≤ ${most.toLocaleString('en')} ${unit}`, value <= most ? '✓' : '✗'];
}
