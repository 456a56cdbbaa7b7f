import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { epochOf } from '@penchant/core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Sum } from '@penchant/core/estimate';
import { contribution } from './testing.js';

const MAIN = fileURLToPath(new URL('../dist/main.js', import.meta.url));
const TOKEN = 'a token of some length';
const SITE = ['--site', 'daily', '--origin', '*', '--port', '0'];
const folder = mkdtempSync(join(tmpdir(), 'penchant-main-'));
const running = new Set<ChildProcess>();

beforeAll(() => {
  if (!existsSync(MAIN)) throw new Error('`pnpm build` comes before these tests.');
});
afterAll(() => {
  for (const child of running) child.kill('SIGKILL');
  rmSync(folder, { recursive: true });
});

interface Started {
  readonly url: string;
  readonly child: ChildProcess;
  /** All that it has said so far. */
  readonly said: () => string;
  /** Its exit code, or the signal that ended it. */
  readonly ended: Promise<number | string | null>;
}

function launch(flags: readonly string[]): Omit<Started, 'url'> {
  const child = spawn(process.execPath, [MAIN, ...flags], { cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
  running.add(child);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => (said += String(data)));
  const ended = new Promise<number | string | null>((resolve) =>
    child.on('close', (code, signal) => {
      running.delete(child);
      resolve(code ?? signal);
    }),
  );
  return { child, said: () => said, ended };
}

async function start(flags: readonly string[]): Promise<Started> {
  const launched = launch(flags);
  const url = await expect
    .poll(() => /listens on (http:\S+),.*\n[^]*script/.exec(launched.said())?.[1], {
      timeout: 10_000,
      message: launched.said(),
    })
    .toBeDefined()
    .then(() => /listens on (http:\S+),/.exec(launched.said())?.[1] ?? '');
  return { ...launched, url };
}

const post = async (url: string, body: object): Promise<string> => {
  const response = await fetch(`${url}/v1/contributions`, { method: 'POST', body: JSON.stringify(body) });
  const answer = (await response.json()) as { status?: string; error?: string };
  return answer.status ?? answer.error ?? '';
};

describe('penchant-collector', { timeout: 30_000 }, () => {
  it('says where it listens, for whom, and with which store, and ends when it is asked to', async () => {
    const { child, said, ended } = await start([...SITE, '--store', 'memory:', '--admin-token', TOKEN]);
    expect(said()).toMatch(/listens on http:\/\/127\.0\.0\.1:\d+, store memory:\nsite daily: \*\nwarning: any page/);
    expect(said()).not.toContain(TOKEN);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);
  });

  it('is set by a file, and has its store copied, examined, upgraded and restored', async () => {
    writeFileSync(
      join(folder, 'penchant.json'),
      JSON.stringify({ sites: { daily: ['*'] }, port: 0, store: 'sqlite:kept.db', adminToken: TOKEN }),
    );
    const { url, child, ended } = await start(['--config', 'penchant.json']);
    const epoch = epochOf(Date.now()) - 1;
    expect(await post(url, contribution(1, { epoch }))).toBe('added');
    const run = async (...argv: string[]): Promise<[code: unknown, said: string]> => {
      const command = launch(argv);
      return [await command.ended, command.said()];
    };
    const config = ['--config', 'penchant.json'];
    expect(await run('backup', ...config, '--to', 'copy.db')).toEqual([
      0,
      expect.stringContaining('the copy is sound'),
    ]);
    expect(await run('doctor', ...config)).toEqual([0, expect.stringMatching(/^(ok: .*\n){6}$/)]);
    expect(await run('migrate', ...config, '--dry-run')).toEqual([0, expect.stringContaining('nothing to do')]);
    child.kill('SIGTERM');
    expect(await ended).toBe(0);

    expect(await run('restore', ...config, '--from', 'copy.db')).toEqual([
      1,
      expect.stringMatching(/^penchant-collector: kept\.db is there already: .*\n$/),
    ]);
    expect((await run('restore', '--store', 'sqlite:again.db', '--from', 'copy.db'))[0]).toBe(0);
    const again = await start([...config, '--store', 'sqlite:again.db']);
    expect(await post(again.url, contribution(1, { epoch }))).toBe('duplicate');
    again.child.kill('SIGTERM');
    await again.ended;
  });

  it('makes an admin token at the first start, says it once, and keeps it', async () => {
    const flags = [...SITE, '--store', 'sqlite:token.db'];
    const first = await start(flags);
    const [, token = ''] = /admin token.*: (\S{32})\n/.exec(first.said()) ?? [];
    first.child.kill('SIGINT');
    expect(await first.ended).toBe(0);
    const second = await start(flags);
    const ask = (bearer: string) =>
      fetch(`${second.url}/admin/export?site=daily`, { headers: { authorization: `Bearer ${bearer}` } });
    expect([(await ask(token)).status, (await ask('another')).status]).toEqual([200, 401]);
    expect(second.said()).not.toContain('admin token');
    second.child.kill('SIGTERM');
    await second.ended;
  });

  it('serves a script, and says its integrity', async () => {
    const { child, said, ended } = await start([...SITE, '--store', 'memory:', '--script', MAIN]);
    expect(said()).toMatch(
      /script http:\S+\/penchant\.js\nnever changes: src="http:\S+\/v1\/[\w-]{16}\/penchant\.js" integrity="sha384-[\w+/]{64}" crossorigin/,
    );
    child.kill('SIGTERM');
    await ended;
  });

  it.each([
    [[], 'add --site daily --origin https://daily.example'],
    [[...SITE, '--store', 'mysql:x'], '--store mysql:x is not a store: write sqlite:penchant.db'],
    [[...SITE, '--store', 'sqlite:no/such/folder.db'], 'Make its folder, or name another file.'],
    [['--config', 'none.json'], 'the configuration file none.json cannot be read: make it'],
    [
      ['migrate', '--dry-run', '--store', 'postgres://me:secret@host/db'],
      'postgres://me:…@host/db is no SQLite store: --dry-run',
    ],
    [['backup', '--store', 'sqlite:none.db', '--to', 'x.db'], 'there is no file none.db'],
    [['doctor', 'everything'], 'too many arguments'],
    [[...SITE, '--store', 'memory:', '--script', 'none.js'], 'the script none.js cannot be read: build it'],
  ])('ends with one line that says how to mend it: %j', async (flags, line) => {
    const { said, ended } = launch(flags);
    expect(await ended).toBe(1);
    const [last = ''] = said().trimEnd().split('\n').slice(-1);
    expect(last).toMatch(/^penchant-collector: /);
    expect(last).toContain(line);
  });

  it('says how to mend it when the port is taken', async () => {
    const { url, child, ended } = await start([...SITE, '--store', 'memory:']);
    const second = launch([...SITE, '--store', 'memory:', '--port', new URL(url).port]);
    expect(await second.ended).toBe(1);
    expect(second.said()).toContain('choose another --port');
    child.kill('SIGTERM');
    await ended;
  });

  it(
    'loses nothing and adds nothing twice when it is killed again and again under load',
    { timeout: 120_000 },
    async () => {
      const flags = [...SITE, '--store', 'sqlite:killed.db', '--admin-token', TOKEN];
      const epoch = epochOf(Date.now()) - 1;
      const nth = (id: number) => {
        const item = `item ${id % 10}`;
        const cells = [1, 2, 3].map((position) => ({ item, position, bucket: 0, impressions: 2, clicks: id % 3 }));
        return contribution(id, { epoch, cells });
      };
      const acknowledged = new Set<number>();
      let sent = 0;
      for (let kill = 0; kill < 4; kill++) {
        const { url, child, ended } = await start(flags);
        const until = acknowledged.size + 150 + 70 * kill;
        const senders = Array.from({ length: 32 }, async () => {
          while (child.exitCode === null && child.signalCode === null) {
            const id = sent++;
            if ((await post(url, nth(id)).catch(() => 'lost')) === 'added') acknowledged.add(id);
            if (acknowledged.size >= until) child.kill('SIGKILL');
          }
        });
        await Promise.all(senders);
        expect(await ended).toBe('SIGKILL');
      }

      const { url, child, ended } = await start(flags);
      const ids = Array.from({ length: sent }, (_, id) => id);
      const before = await exported(url);
      expect(before.contributions).toBeGreaterThanOrEqual(acknowledged.size);
      const again: string[] = [];
      for (const id of ids) again.push(await post(url, nth(id)));
      for (const id of acknowledged) expect(again[id], `contribution ${id} was acknowledged`).toBe('duplicate');
      expect(new Set(again)).toEqual(new Set(again.includes('added') ? ['added', 'duplicate'] : ['duplicate']));
      expect(before.contributions).toBe(again.filter((status) => status === 'duplicate').length);

      const expected = new Map<string, [impressions: number, clicks: number, contributions: number]>();
      for (const id of ids)
        for (const { item, position, impressions, clicks } of nth(id).cells) {
          const [seen, opened, spoken] = expected.get(`${item} ${position}`) ?? [0, 0, 0];
          expected.set(`${item} ${position}`, [seen + impressions, opened + clicks, spoken + 1]);
        }
      expect((await exported(url)).sums).toEqual(expected);
      child.kill('SIGTERM');
      expect(await ended).toBe(0);
    },
  );
});

async function exported(url: string) {
  const response = await fetch(`${url}/admin/export?site=daily`, { headers: { authorization: `Bearer ${TOKEN}` } });
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  const rows = lines.map((line) => JSON.parse(line) as ({ kind: 'list' } & Sum<'lists'>) | { kind: 'reactions' });
  const sums = new Map<string, [number, number, number]>();
  let contributions = 0;
  for (const row of rows)
    if (row.kind === 'list') {
      sums.set(`${row.item} ${row.position}`, [row.impressions, row.clicks, row.contributions]);
      if (row.position === 1) contributions += row.contributions;
    }
  return { sums, contributions };
}
