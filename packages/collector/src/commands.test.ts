import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
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

describe('doctor', () => {
  it('says what works', async () => {
    const store = `sqlite:${file('doctor.db')}`;
    for (let visit = 0; visit < 2; visit++)
      expect(await said('doctor', '--store', store)).toEqual([
        `ok: ${store} opens, and its tables are this version's`,
        'ok: sums can be read',
        'ok: it can be written',
      ]);
  });

  it('says what does not', async () => {
    writeFileSync(file('letter.db'), 'Dear diary, '.repeat(1_000));
    await expect(said('doctor', '--store', `sqlite:${file('letter.db')}`)).rejects.toThrow('is not a database');
  });
});
