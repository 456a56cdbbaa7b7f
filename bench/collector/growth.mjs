// What a contribution costs SQLite while there are ever more: on top of 10,000 to a million, and of ten million ids.
// Ids are by chance, as devices make them: in no order, which is the dear case.
// `pnpm build && node bench/collector/growth.mjs [most] [preloaded]`
import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sqliteStore } from '@penchant/collector';
import { contribution } from './contributions.mjs';

const MEASURED = 5_000;
const TOGETHER = 64; // as many as wait at once in the other measurements

const most = Number(process.argv[2] ?? 1_000_000);
const preloaded = Number(process.argv[3] ?? 10_000_000);
const Database = createRequire(new URL('../../packages/collector/package.json', import.meta.url))('better-sqlite3');
const folder = mkdtempSync(join(tmpdir(), 'penchant-growth-'));

let next = 0;
async function add(store, times) {
  for (let done = 0; done < times; done += TOGETHER) {
    const group = Array.from({ length: Math.min(TOGETHER, times - done) }, () => contribution(next++));
    await Promise.all(group.map((each) => store.add({ ...each, id: randomBytes(16).toString('hex') })));
  }
}

async function measure(store, file, what) {
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await add(store, MEASURED);
  const ms = performance.now() - start;
  const { user, system } = process.cpuUsage(cpu);
  const mib = statSync(file).size / 1_048_576;
  console.log(
    `| ${what} | ${((user + system) / MEASURED).toFixed(0)} | ${((1_000 * ms) / MEASURED).toFixed(0)} | ${mib.toFixed(0)} |`,
  );
}

console.log('| on top of | CPU µs a contribution | µs a contribution | file, MiB |\n|---|---|---|---|');
const file = join(folder, 'grows.db');
const store = sqliteStore(file, { thread: false });
for (let size = 10_000, stored = 0; size <= most; size *= 10) {
  await add(store, size - stored);
  await measure(store, file, `${size} contributions`);
  stored = size + MEASURED;
}
await store.close();

if (preloaded > 0) {
  const loaded = join(folder, 'loaded.db');
  await sqliteStore(loaded).close(); // makes the tables
  const { site, epoch } = contribution(0);
  const database = new Database(loaded);
  database
    .prepare(
      `INSERT INTO seen WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ?)
       SELECT ?, ?, randomblob(16) AS id FROM n ORDER BY id`,
    )
    .run(preloaded, site, epoch);
  database.prepare('INSERT INTO epochs VALUES (?, ?, ?)').run(site, epoch, preloaded);
  database.close();
  const large = sqliteStore(loaded, { thread: false });
  await add(large, 1_000); // until it is warm
  await measure(large, loaded, `${preloaded} ids`);
  await large.close();
}
rmSync(folder, { recursive: true });
