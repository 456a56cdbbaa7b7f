import { copyFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { memoryStore } from './memory.js';
import { sqliteStore } from './sqlite.js';
import type { Store } from './store.js';
import { SHAPES, TABLES } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'penchant-crash-'));
afterAll(() => rmSync(folder, { recursive: true }));

let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);
const logOf = (file: string): string => `${file}-wal`;
const fixture = (name: string): string => new URL(`fixtures/${name}`, import.meta.url).pathname;

const SITE = 'daily';
const head = (id: number) =>
  ({ version: 1, id: id.toString(16).padStart(32, '0'), site: SITE, epoch: 2_900 + (id % 2) }) as const;
/** The `id`th contribution: sums of two families, some new and some that were there. */
const nth = (id: number): Contribution =>
  id % 3 === 2
    ? { ...head(id), family: 'reactions', cells: [{ item: `item ${id % 2}`, likes: 1, dislikes: 0 }] }
    : {
        ...head(id),
        family: 'list',
        list: 'home',
        cells: [id % 4, 9].map((n) => ({ item: `item ${n}`, position: n + 1, bucket: 0, impressions: 2, clicks: 1 })),
      };
const CONTRIBUTIONS = Array.from({ length: 8 }, (_, id) => nth(id));

/** What whole contributions tell of cells: tables of before version 4 had no place for it. */
const DERIVED: ReadonlySet<string> = new Set(SHAPES.lists.derived);

/** What a store has to say: every sum of every epoch, in an order of its own, without what is left out. */
async function all(store: Store, sites = [SITE], leftOut: ReadonlySet<string> = new Set()): Promise<unknown> {
  const told: unknown[] = [];
  for (const site of sites)
    for (const { epoch, contributions } of await store.epochs(site)) {
      const sums = await store.sums(site, { from: epoch, to: epoch });
      const rows = TABLES.map((table) =>
        sums[table]
          .map((row) => Object.entries(row).filter(([name]) => !leftOut.has(name)))
          .map((row) => JSON.stringify(row.sort(([a], [b]) => (a < b ? -1 : 1))))
          .sort(),
      );
      told.push([site, epoch, contributions, rows]);
    }
  return told;
}

async function truthOf(contributions: readonly Contribution[]): Promise<Store> {
  const truth = memoryStore();
  for (const contribution of contributions) await truth.add(contribution);
  return truth;
}

/** A frame of the write-ahead log: a page and what is said of it. The log begins with a head of its own. */
const [HEAD_BYTES, FRAME_BYTES, PAGE_BYTES] = [32, 4_096 + 24, 4_096];

/** Where the disk may have stopped: before the log, in its head, and before, in and just short of the end of each frame. */
function stops(bytes: number): number[] {
  const frames = Math.floor((bytes - HEAD_BYTES) / FRAME_BYTES);
  const starts = Array.from({ length: frames + 1 }, (_, i) => HEAD_BYTES + i * FRAME_BYTES);
  return [0, 7, ...starts.flatMap((start) => [start, start + 20, start + FRAME_BYTES - 1])].filter((at) => at <= bytes);
}

/** The file as it is after a crash: what the disk had of the log, and nothing or zeros after that. */
function crashed(file: string, log: Buffer, at: number, zeros: boolean): string {
  const copy = newFile();
  copyFileSync(file, copy);
  const rest = zeros ? Buffer.alloc(log.length - at) : Buffer.alloc(0);
  writeFileSync(logOf(copy), Buffer.concat([log.subarray(0, at), rest]));
  return copy;
}

describe('sqlite store after a crash', () => {
  it('has what it acknowledged and nothing of the rest, wherever the log ends; sent again, all counts once', async () => {
    const file = newFile();
    const store = sqliteStore(file, { thread: false });
    const acknowledgedAt: number[] = [];
    for (const contribution of CONTRIBUTIONS) {
      await store.add(contribution);
      acknowledgedAt.push(statSync(logOf(file)).size);
    }
    const log = readFileSync(logOf(file));
    const whole = await all(await truthOf(CONTRIBUTIONS));
    for (const at of stops(log.length))
      for (const zeros of [false, true]) {
        const acknowledged = acknowledgedAt.filter((bytes) => bytes <= at).length;
        const survivor = sqliteStore(crashed(file, log, at, zeros), { thread: false });
        const where = `the log ends at ${at} of ${log.length}${zeros ? ', zeros after it' : ''}`;
        expect(await all(survivor), where).toEqual(await all(await truthOf(CONTRIBUTIONS.slice(0, acknowledged))));
        const again = await Promise.all(CONTRIBUTIONS.map((contribution) => survivor.add(contribution)));
        expect(again.lastIndexOf('duplicate') + 1, where).toBe(acknowledged);
        expect(await all(survivor), where).toEqual(whole);
        await survivor.close();
      }
    await store.close();
  });

  it('has everything, however much of the log had been moved into the file', async () => {
    const file = newFile();
    const store = sqliteStore(file, { thread: false });
    for (const contribution of CONTRIBUTIONS) await store.add(contribution);
    const [before, log] = [readFileSync(file), readFileSync(logOf(file))];
    const other = new Database(file);
    other.pragma('wal_checkpoint(FULL)');
    const after = readFileSync(file);
    other.close();
    await store.close();
    expect(after.equals(before)).toBe(false);

    const whole = await all(await truthOf(CONTRIBUTIONS));
    const pages = after.length / PAGE_BYTES;
    for (let moved = 0; moved <= pages; moved++)
      for (const torn of [0, 512]) {
        const copy = newFile();
        const at = Math.min(moved * PAGE_BYTES + torn, after.length);
        writeFileSync(copy, Buffer.concat([after.subarray(0, at), before.subarray(at)]));
        writeFileSync(logOf(copy), log);
        const survivor = sqliteStore(copy, { thread: false });
        expect(await all(survivor), `${moved} of ${pages} pages and ${torn} bytes moved`).toEqual(whole);
        await survivor.close();
      }
  });

  it.each([1, 2, 3])('upgrades a file of version %i again when the first upgrade was cut short', async (version) => {
    const sites = [SITE, 'weekly'];
    const text = readFileSync(fixture(`contributions-${version}.jsonl`), 'utf8').trimEnd();
    const told = text.split('\n').map((line) => JSON.parse(line) as Contribution); // as the release made them
    const truth = await all(await truthOf(told), sites, DERIVED);
    const file = newFile();
    copyFileSync(fixture(`sqlite-${version}.db`), file);
    const upgraded = sqliteStore(file, { thread: false });
    const log = readFileSync(logOf(file));
    const copies = stops(log.length).flatMap((at) => [false, true].map((zeros) => crashed(file, log, at, zeros)));
    await upgraded.close();
    expect(copies.length).toBeGreaterThan(10);
    for (const copy of copies) {
      const survivor = sqliteStore(copy, { thread: false });
      expect(await all(survivor, sites, DERIVED)).toEqual(truth);
      expect(await survivor.add({ ...nth(0), id: 'f'.repeat(32) })).toBe('added');
      await survivor.close();
    }
  });
});
