// A store with a catalogue of a million items: are all of them there, exactly, and what do they cost?
// `pnpm build && node bench/collector/catalogue.mjs [items] [store …]`; SQLite in a new file where no store is named.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '@penchant/collector';

const CELLS = 40; // as many as a contribution may have
const EPOCH = 2_900;
const TOGETHER = 2_000; // fewer than may wait

const [count = '1000000', ...named] = process.argv.slice(2);
const items = Number(count);
const folder = mkdtempSync(join(tmpdir(), 'penchant-catalogue-'));
const stores = named.length > 0 ? named : [`sqlite:${join(folder, 'catalogue.db')}`];

/** Each item is in one contribution, with counts of its own. */
const countsOf = (i) => ({ impressions: 1 + (i % 7), clicks: i % 3 });
const contribution = (id) => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch: EPOCH,
  family: 'list',
  list: 'home',
  cells: Array.from({ length: Math.min(CELLS, items - id * CELLS) }, (_, n) => {
    const i = id * CELLS + n;
    return { item: `item ${i}`, position: 1 + (i % 200), bucket: 0, ...countsOf(i) };
  }),
});

/** How many of the sums are what they must be. */
function exactOf(lists) {
  const told = new Set();
  for (const { item, position, impressions, clicks, contributions } of lists) {
    const i = Number(item.slice('item '.length));
    const must = countsOf(i);
    if (position === 1 + (i % 200) && impressions === must.impressions && clicks === must.clicks && contributions === 1)
      told.add(i);
  }
  return told.size;
}

const seconds = async (work) => {
  const start = performance.now();
  const result = await work();
  return { result, took: (performance.now() - start) / 1_000 };
};

console.log('| store | items | exact | added in s | read in s | memory at its most, MiB |\n|---|---|---|---|---|---|');
for (const address of stores) {
  const store = await openStore(address);
  const ids = Array.from({ length: Math.ceil(items / CELLS) }, (_, id) => id);
  const adding = await seconds(async () => {
    for (let from = 0; from < ids.length; from += TOGETHER)
      await Promise.all(ids.slice(from, from + TOGETHER).map((id) => store.add(contribution(id))));
  });
  const again = new Set(await Promise.all(ids.slice(0, TOGETHER).map((id) => store.add(contribution(id)))));
  const reading = await seconds(() => store.sums('daily'));
  const { lists } = reading.result;
  const exact = exactOf(lists);
  await store.close();
  const holds = exact === items && lists.length === items && [...again].join() === 'duplicate';
  if (!holds) process.exitCode = 1;
  console.log(
    `| ${address.split(':')[0]} | ${lists.length} | ${exact}${holds ? '' : ' **DOES NOT HOLD**'} | ${adding.took.toFixed(1)} | ${reading.took.toFixed(1)} | ${(process.resourceUsage().maxRSS / 1_024).toFixed(0)} |`,
  );
}
rmSync(folder, { recursive: true });
