import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { createCollector, hashToken, sqliteStore, type Collector } from '@penchant/collector';
import { epochOf } from '@penchant/core';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { run, type Ended } from '../../cli.js';
import { DATA_FOLDER } from '../../data-folder.js';
import { LOG_NAMES, logFile } from './log-file.js';

const adminToken = 'a token for tests only';
const real = process.env['PENCHANT_DATA'] ?? DATA_FOLDER;
const missing = LOG_NAMES.map((log) => logFile(real, log)).find((file) => !existsSync(file));

let folder: string;
let collector: Collector;
let url: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'penchant-replay-'));
  for (const [i, log] of LOG_NAMES.entries()) {
    await mkdir(dirname(logFile(folder, log)), { recursive: true });
    await writeFile(logFile(folder, log), gzipSync(csvOf(130 + i)));
  }
  collector = createCollector({
    store: sqliteStore(join(folder, 'sums.db')),
    sites: { lab: ['https://lab.example'] },
    adminTokenHash: hashToken(adminToken),
  });
  url = await collector.listen({ port: 0 });
});
afterEach(async () => {
  await collector.close();
  await rm(folder, { recursive: true });
});

/** A log with the columns of the real one, in which some visits see the same thing too often to say it at once. */
function csvOf(rows: number): string {
  const lines = Array.from({ length: rows }, (_, i) => {
    const item = i < 30 ? 4 : (i * 7) % 11;
    return `${i},2019-11-24 00:01:03.979311+00:00,${item},${i < 30 ? 2 : (i % 3) + 1},${i % 9 === 0 ? 1 : 0},0.03,abc`;
  });
  return [',timestamp,item_id,position,click,propensity_score,user_feature_0', ...lines, ''].join('\n');
}

/** The command line, with all that it said. */
async function replay(...args: string[]): Promise<Ended & { said: string }> {
  const said: string[] = [];
  const where = args.includes('--data') ? [] : ['--data', folder];
  const to = ['--collector', url, '--site', 'lab', '--admin-token', adminToken];
  const ended = await run(['replay', 'open-bandit', ...to, ...where, ...args], { say: (line) => said.push(line) });
  return { ...ended, said: said.join('\n') };
}

describe('replay open-bandit', () => {
  it('leaves exactly the counts of the logs in the collector', async () => {
    const { exitCode, said } = await replay('--check');
    expect(exitCode).toBe(0);
    expect(said).toMatch(/item × position: \d+ cells compared, 0 differ/);
    expect(said).toMatch(/261 rows in \d+ contributions, (\d+) requests: \1 added, 0 duplicates/);
    expect(said).toMatch(/^bts +2 +(\d+) +\1 +(\d+) +\2 {2}✓$/m);
  });

  it('leaves the same counts when everything is sent twice, in random order, and then all over again', async () => {
    const first = await replay('--check', '--twice', '--shuffle', '1');
    expect(first.said).toMatch(/in (\d+) contributions, \d+ requests: \1 added, \1 duplicates/);
    const second = await replay('--check', '--twice');
    expect(second.said).toMatch(/ (\d+) requests: 0 added, \1 duplicates/);
    for (const { exitCode, said } of [first, second]) {
      expect(said).toContain(' 0 differ');
      expect(exitCode).toBe(0);
    }
  });

  it('says once again the same counts under other ids, which the check finds', async () => {
    await replay();
    const { exitCode, said } = await replay('--check', '--id-seed', 'others');
    expect(exitCode).toBe(1);
    expect(said).toMatch(/^bts +1 .*✗$/m);
  });

  it.each([
    ['one impression too many', { impressions: 1, clicks: 0 }],
    ['one click too many', { impressions: 0, clicks: 1 }],
  ])('finds %s among the sums', async (_, extra) => {
    await replay();
    const cells = [{ item: '4', position: 2, bucket: 3, ...extra }];
    const tampered = { version: 1, id: 'f'.repeat(32), site: 'lab', epoch: epochOf(Date.now()), family: 'list' };
    const body = JSON.stringify({ ...tampered, list: 'random', cells });
    const headers = { 'content-type': 'text/plain' };
    await collector.inject({ method: 'POST', url: '/v1/contributions', headers, body });

    const { exitCode, problem, said } = await replay('--check');
    expect({ exitCode, problem }).toEqual({ exitCode: 1, problem: undefined });
    expect(said).toContain('cells compared, 1 differ\n  ✗ random, position 2, item 4:');
    expect(said).toMatch(/^random +2 .*✗$/m);
    expect(said).toMatch(/^bts +2 .*✓$/m);
  });

  it('compares the chosen log and week alone, and says what it left out', async () => {
    await replay('--at', new Date(Date.now() - 21 * 86_400_000).toISOString());
    await replay('--logs', 'random');
    const { exitCode, said } = await replay('--logs', 'bts', '--check');
    expect(exitCode).toBe(0);
    expect(said).toMatch(/left out: \d+ sums of the site's other lists and weeks/);
    expect(said).not.toMatch(/^random/m);
  });

  it.each([
    [
      ['--data', '/nowhere'],
      /^there is no .*nowhere.*bts.*men\.csv\.gz: name the folder .* PENCHANT_DATA or --data\.$/,
    ],
    [['--site', 'unknown'], /^the collector answered 400: unknown-site \/site "unknown" is not a site/],
    [['--check', '--admin-token', 'wrong'], /^the collector answered 401: unauthorized/],
    [['--at', '2019-11-24'], /^the collector answered 400: epoch-out-of-range/],
    [['--logs', 'bts,none'], /The logs are bts and random\.$/],
  ])('stops with one line for %j', async (args, line) => {
    const { exitCode, problem } = await replay(...args);
    expect(exitCode).toBe(1);
    expect(problem).toMatch(line);
    expect(problem).not.toContain('\n');
  });

  it('says which log is not one', async () => {
    await writeFile(logFile(folder, 'random'), 'not gzip');
    expect((await replay()).problem).toMatch(/random.men\.csv\.gz cannot be read \(Z_DATA_ERROR\)/);
  });

  const leftOut = missing === undefined ? '' : ` (left out: there is no ${missing})`;
  it.runIf(missing === undefined)(
    `counts all 20,000 rows of the real logs exactly, each sent twice, in random order${leftOut}`,
    async () => {
      const { exitCode, said } = await replay('--data', real, '--check', '--twice', '--shuffle', '2019');
      expect(exitCode).toBe(0);
      expect(said).toContain('item × position: 204 cells compared, 0 differ');
      expect(said).toMatch(/20,000 rows in ([\d,]+) contributions, [\d,]+ requests: \1 added, \1 duplicates/);
    },
    60_000,
  );
});
