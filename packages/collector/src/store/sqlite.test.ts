import assert from 'node:assert/strict';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Contribution } from '@penchant/core/schema';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { storeContract } from './contract.js';
import { memoryStore } from './memory.js';
import { sqliteStore } from './sqlite.js';
import { StoreBusy, type Store } from './store.js';
import { SHAPES } from './tables.js';

const folder = mkdtempSync(join(tmpdir(), 'penchant-sqlite-'));
afterAll(() => rmSync(folder, { recursive: true }));
let files = 0;
const newFile = (): string => join(folder, `${++files}.db`);

const contribution = (id: number): Contribution => ({
  version: 1,
  id: id.toString(16).padStart(32, '0'),
  site: 'daily',
  epoch: 2_900,
  family: 'reactions',
  cells: [{ item: 'a', likes: 1, dislikes: 0 }],
});

const fixture = (name: string): URL => new URL(`fixtures/${name}`, import.meta.url);
const parsed = (line: string): Contribution => JSON.parse(line) as Contribution;
/** What whole contributions tell of cells: tables of before version 4 had no place for it. */
const DERIVED: ReadonlySet<string> = new Set(SHAPES.lists.derived);
/** What a store holds of one epoch, in an order of its own. */
const rowsOf = async (store: Store, site: string, epoch: number): Promise<string[]> =>
  Object.values(await store.sums(site, { from: epoch, to: epoch }))
    .flat()
    .map((row) => Object.entries(row).filter(([name]) => !DERIVED.has(name)))
    .map((row) => JSON.stringify(row.sort(([a], [b]) => (a < b ? -1 : 1))))
    .sort();
/** What whole contributions told a store of the cells of one epoch, where they told anything. */
const derivedIn = async (store: Store, site: string, epoch: number): Promise<string[]> =>
  (await store.sums(site, { from: epoch, to: epoch })).lists
    .filter(({ clicked = 0, below = 0 }) => clicked + below > 0)
    .map(({ list, item, position, bucket, clicked, below, continued }) =>
      JSON.stringify([list, item, position, bucket, clicked, below, continued]),
    )
    .sort();

describe('sqlite store that writes in a thread of its own', () => {
  storeContract(it, async () => {
    const file = newFile();
    return async () => sqliteStore(file);
  });

  it('answers others while it waits for the file', async () => {
    const file = newFile();
    const store = sqliteStore(file);
    await store.add(contribution(1));
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    const adding = store.add(contribution(2));
    const start = performance.now();
    for (let turn = 0; turn < 20; turn++) await sleep(10);
    expect(performance.now() - start).toBeLessThan(1_000); // the wait for the lock takes two seconds
    other.exec('ROLLBACK');
    other.close();
    await expect(adding).resolves.toBe('added');
    await store.close();
  });
});

describe('sqlite store', () => {
  storeContract(it, async () => {
    const file = newFile();
    return async () => sqliteStore(file, { thread: false });
  });

  it('refuses more than may wait, and keeps those that wait', async () => {
    const store = sqliteStore(newFile(), { maxWaiting: 2 });
    const results = await Promise.allSettled([1, 2, 3].map((id) => store.add(contribution(id))));
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected']);
    await expect(store.add(contribution(3))).resolves.toBe('added'); // there is room again
    await store.close();
  });

  it('says that it is busy while another process holds the file, and works again afterwards', async () => {
    const file = newFile();
    const store = sqliteStore(file, { busyTimeoutMs: 20 });
    const other = new Database(file);
    other.exec('BEGIN IMMEDIATE');
    await expect(store.add(contribution(1))).rejects.toBeInstanceOf(StoreBusy);
    other.exec('ROLLBACK');
    other.close();
    await expect(store.add(contribution(1))).resolves.toBe('added');
    await store.close();
  });

  it('opens a new file in the moment in which another process writes to it', async () => {
    const file = newFile();
    const other = new Worker(
      `const { parentPort, workerData: { file, sqlite } } = require('node:worker_threads');
       const database = new (require(sqlite))(file);
       database.exec('BEGIN IMMEDIATE; CREATE TABLE theirs (x)');
       parentPort.postMessage('writing');
       setTimeout(() => { database.exec('COMMIT'); database.close(); }, 200);`,
      { eval: true, workerData: { file, sqlite: createRequire(import.meta.url).resolve('better-sqlite3') } },
    );
    const exit = once(other, 'exit');
    await once(other, 'message');
    const store = sqliteStore(file);
    expect(await store.add(contribution(1))).toBe('added');
    await store.close();
    await exit;
  });

  it('fails a whole group, and adds none of it, when the storage fails', async () => {
    const file = newFile();
    const store = sqliteStore(file);
    const other = new Database(file);
    other.exec('ALTER TABLE reaction_sums RENAME TO lost');
    const results = await Promise.allSettled([1, 2].map((id) => store.add(contribution(id))));
    expect(results.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.exec('ALTER TABLE lost RENAME TO reaction_sums');
    other.close();
    await expect(store.add(contribution(1))).resolves.toBe('added');
    expect(await store.epochs('daily')).toEqual([{ epoch: 2_900, contributions: 1 }]);
    await store.close();
  });

  it('has the disk confirm every commit, and lets readers read meanwhile', async () => {
    const pragma = vi.spyOn(Database.prototype, 'pragma');
    const store = sqliteStore(newFile());
    const [database] = pragma.mock.contexts;
    pragma.mockRestore();
    assert(database instanceof Database);
    const ask = (name: string): unknown => database.pragma(name, { simple: true });
    expect([ask('journal_mode'), ask('synchronous')]).toEqual(['wal', 2]); // 2 is FULL
    await store.close();
  });

  it('refuses contributions while the disk is full, keeps what it has, and recovers by itself', async () => {
    const pragma = vi.spyOn(Database.prototype, 'pragma');
    const store = sqliteStore(newFile(), { thread: false });
    const [database] = pragma.mock.contexts;
    pragma.mockRestore();
    assert(database instanceof Database);
    const wide = (id: number): Contribution => ({ ...contribution(id), site: `${id}`.repeat(30) });
    await store.add(wide(1));
    const pages = Number(database.pragma('page_count', { simple: true }));
    database.pragma(`max_page_count = ${pages}`);
    const full = await Promise.allSettled(Array.from({ length: 500 }, (_, id) => store.add(wide(id + 2))));
    expect(full.at(-1)).toMatchObject({ status: 'rejected', reason: { code: 'SQLITE_FULL' } });
    database.pragma('max_page_count = 1000000');
    expect(await store.add(wide(1))).toBe('duplicate');
    for (const [i, { status }] of full.entries())
      expect(await store.add(wide(i + 2))).toBe(status === 'fulfilled' ? 'duplicate' : 'added');
    expect(database.pragma('integrity_check', { simple: true })).toBe('ok');
    await store.close();
  });

  it('refuses a file that is damaged, and says what to do', async () => {
    const file = newFile();
    const store = sqliteStore(file);
    await Promise.all(Array.from({ length: 300 }, (_, id) => store.add(contribution(id))));
    await store.close();
    const bytes = readFileSync(file);
    writeFileSync(file, bytes.fill(0x5a, 4_096 * 2, 4_096 * 3));
    expect(() => sqliteStore(file)).toThrow(/is damaged: .*Restore a backup/);
  });

  it('refuses a file that is something else', () => {
    const file = newFile();
    writeFileSync(file, 'Dear diary, '.repeat(1_000));
    expect(() => sqliteStore(file)).toThrow(/is not a database/);
  });

  it('refuses further contributions once it is closed', async () => {
    const store = sqliteStore(newFile());
    await store.close();
    await expect(store.add(contribution(1))).rejects.toThrow('closed');
  });

  it('refuses a file of a newer collector, and leaves it as it was', () => {
    const file = newFile();
    const newer = new Database(file);
    newer.exec('CREATE TABLE theirs (x); PRAGMA user_version = 99');
    newer.close();
    const before = readFileSync(file);
    expect(() => sqliteStore(file)).toThrow(/newer collector .*tables 99.*Upgrade/);
    expect(readFileSync(file)).toEqual(before);
  });

  it.each([1, 2, 3])('upgrades a file whose tables are of version %i, and loses nothing', async (version) => {
    const file = newFile();
    writeFileSync(file, readFileSync(fixture(`sqlite-${version}.db`)));
    const all = readFileSync(fixture(`contributions-${version}.jsonl`), 'utf8')
      .trimEnd()
      .split('\n')
      .map(parsed);
    const [store, truth, since] = [sqliteStore(file), memoryStore(), memoryStore()];
    for (const each of all) await truth.add(each);
    const expectSame = async (): Promise<void> => {
      for (const site of ['daily', 'weekly']) {
        expect(await store.epochs(site)).toEqual(await truth.epochs(site));
        for (const { epoch } of await truth.epochs(site))
          expect(await rowsOf(store, site, epoch)).toEqual(await rowsOf(truth, site, epoch));
      }
    };
    await expectSame();
    expect(await store.keep('admin-token', 'new')).toBe('kept before');
    expect(new Set(await Promise.all(all.map((each) => store.add(each))))).toEqual(new Set(['duplicate']));
    for (const [i, each] of all.entries())
      for (const to of [store, truth, since]) expect(await to.add({ ...each, id: contribution(i).id })).toBe('added');
    await expectSame();
    for (const site of ['daily', 'weekly'])
      for (const { epoch } of await since.epochs(site))
        expect(await derivedIn(store, site, epoch)).toEqual(await derivedIn(since, site, epoch));
    await store.close();
  });

  it('leaves no half of a migration behind', () => {
    const file = newFile();
    const foreign = new Database(file);
    foreign.exec('CREATE TABLE kept (x)'); // the last table of the first step exists already: the step fails at its end
    foreign.close();
    expect(() => sqliteStore(file)).toThrow('already exists');
    const after = new Database(file);
    expect(after.prepare("SELECT count(*) FROM sqlite_schema WHERE type = 'table'").pluck().get()).toBe(1);
    expect(after.pragma('user_version', { simple: true })).toBe(0);
    after.close();
  });
});
