import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openFolder, openPage, type Example } from '../journeys/example.js';
import { buildApp, type Kind } from './build.js';
import { KINDS } from './kinds.js';
import { filesOf, linesOfPenchant } from './quick-start.js';
import { freePort } from '../free-port.js';
import { serveApp } from './serve.js';
import { measureShifts } from './shifts.js';
import { packInto } from './tarballs.js';

// Tried as somebody new would: an empty folder, our packages as they would be published, and the lines of a quick start.

const MOST_LINES = 10;
const SETTLED_MS = 1_000;
const PAGE_ORDER = ['The bakery', 'The octopus', 'Girona in winter', 'A puncture'];

let home: string;
let tarballs: Readonly<Record<string, string>>;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'penchant-trial-'));
  tarballs = await packInto(join(home, 'tarballs'));
});
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

describe.each(Object.entries<Kind>(KINDS))('a new %s app', (name, kind) => {
  const code = filesOf(name);
  let app: Example;
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const folder = join(home, name);
    await buildApp(folder, kind, code, tarballs);
    if (kind.serve) {
      const port = await freePort();
      stop = await serveApp(folder, kind.serve, port);
      app = await openPage(`http://127.0.0.1:${port}`, measureShifts);
    } else app = await openFolder(join(folder, 'dist'), { before: measureShifts });
  });
  afterAll(async () => {
    await app?.end();
    await stop();
  });

  it(`needs at most ${MOST_LINES} lines of Penchant`, () => {
    expect(linesOfPenchant(code).length).toBeGreaterThan(3);
    expect(linesOfPenchant(code).length).toBeLessThanOrEqual(MOST_LINES);
  });

  it('ranks its list, moves nothing under the eyes, and complains of nothing', () => expectRanks(app));
});

describe('a bare page', () => {
  let page: Example;
  beforeAll(async () => {
    const folder = join(home, 'bare');
    await mkdir(folder);
    await promisify(execFile)('tar', ['xzf', (tarballs['@penchant/browser'] ?? '').replace('file:', ''), '-C', folder]);
    const { 'index.html': html = '' } = filesOf('script-tag');
    // The script from beside the page: a collector, which serves it in the quick start, has tests of its own.
    const beside = html
      .replace('http://localhost:8787/penchant.js', 'penchant.js')
      .replace(/data-collector="[^"]*"/, '');
    const dist = join(folder, 'package/dist');
    for (const file of ['penchant.js', 'parts']) await cp(join(dist, file), join(folder, file), { recursive: true });
    await writeFile(join(folder, 'index.html'), beside.replace('<title>', '<link rel="icon" href="data:," /><title>'));
    page = await openFolder(folder, { before: measureShifts });
  });
  afterAll(() => page?.end());

  it('ranks its list, moves nothing under the eyes, and complains of nothing', () => expectRanks(page));
});

/** Opens a story about cycling, comes again, and finds both of them first. */
async function expectRanks({ page, texts, complaints }: Example): Promise<void> {
  const titles = (): Promise<string[]> => texts('[data-penchant-item] a');
  await vi.waitFor(async () => expect(await titles()).toEqual(PAGE_ORDER), 5_000);
  await vi.waitFor(
    async () => {
      await sleep(SETTLED_MS); // it is hydrated, and what earlier visits taught is at hand
      await page.locator('::-p-aria(Girona in winter)').click();
      await page.reload();
      expect((await titles()).slice(0, 2).sort()).toEqual(['A puncture', 'Girona in winter']);
    },
    { timeout: 20_000, interval: 0 },
  );
  await sleep(SETTLED_MS);
  expect(await page.evaluate(() => window.shifts)).toBe(0);
  expect(complaints).toEqual([]);
}
