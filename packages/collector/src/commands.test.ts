import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { afterAll, describe, expect, it } from 'vitest';
import { runCommand } from './commands.js';
import { sqliteStore } from './store/sqlite.js';
import { contribution, LAST_WEEK } from './testing.js';

const folder = mkdtempSync(join(tmpdir(), 'penchant-commands-'));
afterAll(() => rmSync(folder, { recursive: true }));
const file = (name: string): string => join(folder, name);

async function said(...argv: string[]): Promise<string[]> {
  const lines: string[] = [];
  await runCommand(argv, (line) => lines.push(line));
  return lines;
}

describe('backup and restore', () => {
  it('copies a store while it is written to, and puts the copy in its place', async () => {
    const store = sqliteStore(file('live.db'));
    await store.add(contribution(1));
    const adding = Array.from({ length: 200 }, (_, id) => store.add(contribution(id + 2)));
    await said('backup', '--store', `sqlite:${file('live.db')}`, '--to', file('copy.db'));
    await Promise.all(adding);
    await store.close();

    await said('restore', '--store', `sqlite:${file('again.db')}`, '--from', file('copy.db'));
    const again = sqliteStore(file('again.db'));
    expect(await again.add(contribution(1))).toBe('duplicate');
    const [of] = await again.epochs('daily');
    const { lists } = await again.sums('daily');
    expect([of?.epoch, of?.contributions]).toEqual([LAST_WEEK, lists[0]?.contributions]); // of one moment
    await again.close();
    expect(existsSync(file('copy.db-wal'))).toBe(false);
  });

  it('writes over nothing', async () => {
    writeFileSync(file('precious.db'), 'precious');
    const store = `sqlite:${file('precious.db')}`;
    await expect(said('restore', '--store', store, '--from', file('copy.db'))).rejects.toThrow('move it away');
    await expect(said('backup', '--store', store, '--to', file('precious.db'))).rejects.toThrow('move it away');
    expect(readFileSync(file('precious.db'), 'utf8')).toBe('precious');
  });

  it('restores nothing that is damaged', async () => {
    const bytes = readFileSync(file('copy.db'));
    writeFileSync(file('damaged.db'), bytes.fill(0x5a, 4_096, 8_192));
    const restoring = said('restore', '--store', `sqlite:${file('new.db')}`, '--from', file('damaged.db'));
    await expect(restoring).rejects.toThrow('is damaged');
    expect([existsSync(file('new.db')), existsSync(file('new.db.part'))]).toEqual([false, false]);
  });

  it('leaves other engines to tools of their own, and repeats no password', async () => {
    const backing = said('backup', '--store', 'postgres://me:secret@host/db', '--to', file('x'));
    await expect(backing).rejects.toThrow(/^\[penchant\] postgres:\/\/me:…@host\/db is no SQLite store/);
  });
});

/** A store of five contributions, closed. */
async function made(name: string): Promise<string> {
  const store = sqliteStore(file(name));
  for (const id of [1, 2, 3, 4, 5]) await store.add(contribution(id));
  await store.close();
  return `sqlite:${file(name)}`;
}

/** Changes a file as no collector does. */
function meddle(name: string, sql: string): void {
  const database = new Database(file(name));
  database.exec(sql);
  database.close();
}

describe('migrate', () => {
  it('says that there is nothing to do, and changes no byte', async () => {
    const store = await made('new.db');
    const before = readFileSync(file('new.db'));
    expect(await said('migrate', '--dry-run', '--store', store)).toEqual([
      expect.stringMatching(/new\.db has the tables of this version \(\d+\): nothing to do$/),
    ]);
    expect(readFileSync(file('new.db'))).toEqual(before);
  });

  it('tries it on a copy, changes nothing, and leaves nothing behind', async () => {
    const store = `sqlite:${file('old.db')}`;
    meddle('old.db', 'CREATE TABLE mine (a)');
    const before = readFileSync(file('old.db'));
    expect(await said('migrate', '--dry-run', '--store', store)).toEqual([
      expect.stringMatching(/old\.db would go from tables 0 to \d+: on a copy it took \d+ ms, and the copy is sound$/),
    ]);
    expect(readFileSync(file('old.db'))).toEqual(before);
    expect(readdirSync(folder).filter((name) => name.includes('dry-run'))).toEqual([]);

    expect(await said('migrate', '--store', store)).toEqual([`${store} has the tables of this version`]);
    expect((await said('migrate', '--dry-run', '--store', store)).join()).toContain('nothing to do');
  });

  it('says why it would fail', async () => {
    meddle('foreign.db', 'CREATE TABLE epochs (mine)');
    const trying = said('migrate', '--dry-run', '--store', `sqlite:${file('foreign.db')}`);
    await expect(trying).rejects.toThrow('table epochs already exists');
    expect(readdirSync(folder).filter((name) => name.includes('dry-run'))).toEqual([]);
  });

  it('makes no store of a name that was mistyped, and leaves other engines to theirs', async () => {
    await expect(said('migrate', '--store', `sqlite:${file('none.db')}`)).rejects.toThrow('there is no file');
    const trying = said('migrate', '--dry-run', '--store', 'postgres://me:secret@host/db');
    await expect(trying).rejects.toThrow(
      /^\[penchant\] postgres:\/\/me:…@host\/db is no SQLite store: --dry-run is for/,
    );
  });
});

describe('doctor', () => {
  it('says what works', async () => {
    const store = await made('doctor.db');
    for (let visit = 0; visit < 2; visit++)
      expect(await said('doctor', '--store', store)).toEqual([
        'ok: every page and every index is sound',
        'ok: every contribution that was counted is known by its id',
        expect.stringMatching(/^ok: it has \d+\.\d MiB, and \d+ MiB are free$/),
        `ok: ${store} opens, and its tables are this version's`,
        'ok: sums can be read',
        'ok: it can be written',
      ]);
  });

  it('says what does not', async () => {
    writeFileSync(file('letter.db'), 'Dear diary, '.repeat(1_000));
    await expect(said('doctor', '--store', `sqlite:${file('letter.db')}`)).rejects.toThrow('is not a database');
    await expect(said('doctor', '--store', `sqlite:${file('none.db')}`)).rejects.toThrow('there is no file');
    expect(existsSync(file('none.db'))).toBe(false);
  });

  it('finds counts and ids that do not agree', async () => {
    const store = await made('astray.db');
    meddle('astray.db', 'UPDATE epochs SET contributions = 4');
    await expect(said('doctor', '--store', store)).rejects.toThrow(
      `week ${LAST_WEEK} of daily counts 4 contributions and knows 5 ids`,
    );
  });

  it('upgrades nothing', async () => {
    meddle('before.db', 'CREATE TABLE mine (a)');
    await expect(said('doctor', '--store', `sqlite:${file('before.db')}`)).rejects.toThrow(
      'penchant-collector migrate',
    );
  });

  it('finds the store in the configuration file of the collector', async () => {
    const store = await made('configured.db');
    writeFileSync(file('penchant.json'), JSON.stringify({ sites: { daily: ['*'] }, port: 1, store }));
    const lines = await said('doctor', '--config', file('penchant.json'));
    expect(lines).toContain(`ok: ${store} opens, and its tables are this version's`);
  });
});
