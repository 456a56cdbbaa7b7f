// What a model costs to make: CPU time and memory by how much was counted, each case in a process of its own.
// `pnpm bench:estimate`, or a part: `node bench/estimate.mjs <lists|pairs>`; ten minutes on a machine at rest.
import { execFileSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { BUCKETS, POSITIONS } from './estimate/sums.mjs';

/** Most MiB of the thread's old generation: as a collector sets it, and what a larger catalogue is given. */
const [USUAL_MIB, MORE_MIB] = [1_024, 8_192];
/** Impressions an item, on average. */
const VIEWS = 20;

const CASE = fileURLToPath(new URL('estimate/case.mjs', import.meta.url));
function measured(kind, items, fill) {
  for (const limitMib of [USUAL_MIB, MORE_MIB]) {
    const args = ['--expose-gc', CASE, kind, items, limitMib, ...(fill === undefined ? [] : [fill])].map(String);
    const told = JSON.parse(execFileSync(process.execPath, args, { encoding: 'utf8' }));
    if (told.code !== 'ERR_WORKER_OUT_OF_MEMORY') return { ...told, limitMib };
  }
  throw new Error(`${kind} of ${items} items do not fit in ${MORE_MIB} MiB.`);
}

const row = (...cells) => console.log(`| ${cells.join(' | ')} |`);
const heads = (...cells) => {
  row(...cells);
  row(...cells.map((_, i) => (i === 0 ? '---' : '---:')));
};
const count = (value) => value.toLocaleString('en', { maximumFractionDigits: 0 });
const mib = ({ sumsMib, peakMib, limitMib }) => [sumsMib, peakMib, limitMib].map(count);
const MEMORY = ['MiB before', 'MiB at most', 'limit, MiB'];

function lists() {
  console.log(`
Cells of ${POSITIONS} positions and ${BUCKETS} buckets in which something was shown: sparse, ${VIEWS} views an item on average; dense, all of them.
Growth is of the time over that of the cells, against the row above.
`);
  heads('', 'cells', 'curve', 'CPU, s', 'a cell, µs', 'growth', ...MEMORY);
  for (const { name, fill, sizes } of [
    { name: 'sparse', fill: VIEWS, sizes: [1_000, 10_000, 100_000, 1_000_000] },
    { name: 'dense', sizes: [1_000, 10_000] },
  ]) {
    let before;
    for (const items of sizes) {
      const told = measured('lists', items, fill);
      const each = (1e6 * told.cpuSeconds) / told.cells;
      const growth = before === undefined ? '' : `${(each / before).toFixed(2)} ×`;
      const { cells, outcome, cpuSeconds } = told;
      row(
        `${count(items)} items, ${name}`,
        count(cells),
        outcome,
        cpuSeconds.toFixed(1),
        each.toFixed(2),
        growth,
        ...mib(told),
      );
      before = each;
    }
  }
}

function pairs() {
  console.log('\nNeighbours: EASE of up to 5,000 items, cosines beyond.\n');
  heads('', 'pairs', 'items with neighbours', 'CPU, s', ...MEMORY);
  for (const { what, items, nearest } of [
    { what: '3,000 items, all pairs', items: 3_000 },
    { what: '5,000 items, all pairs', items: 5_000 },
    { what: '100,000 items, every item with 40 others', items: 100_000, nearest: 20 },
  ]) {
    const told = measured('pairs', items, nearest);
    row(what, count(told.cells), count(told.outcome), told.cpuSeconds.toFixed(1), ...mib(told));
  }
}

const PARTS = { lists, pairs };
const [only] = process.argv.slice(2);
console.log(`Node ${process.version}, ${process.platform} ${process.arch}`);
for (const [name, part] of Object.entries(PARTS)) if (only === undefined || only === name) part();
