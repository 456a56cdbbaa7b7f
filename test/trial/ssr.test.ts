import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage, type Example } from '../journeys/example.js';
import { buildApp, programIn } from './build.js';
import { exampleOf, RENDERED } from './example.js';
import { freePort } from '../free-port.js';
import { serveApp } from './serve.js';
import { measureShifts } from './shifts.js';
import { packInto } from './tarballs.js';

// The examples that a server renders: built from our packages as they would be published, and opened in Chromium.

const ITEMS = '[data-penchant-list] > [data-penchant-item]';
const SETTLED_MS = 1_000;

let home: string;
let tarballs: Readonly<Record<string, string>>;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'penchant-ssr-'));
  tarballs = await packInto(join(home, 'tarballs'));
});
afterAll(() => rm(home, { recursive: true, force: true, maxRetries: 5 }));

describe.each(RENDERED)('the %s example', (name) => {
  let app: Example;
  let url = '';
  let folder = '';
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const { kind, code } = await exampleOf(name);
    folder = join(home, name);
    await buildApp(folder, kind, code, tarballs);
    const port = await freePort();
    url = `http://127.0.0.1:${port}`;
    stop = await serveApp(folder, kind.serve, port);
    app = await openPage(url, measureShifts);
  });
  afterAll(async () => {
    await app?.end();
    await stop();
  });

  const idsIn = (html: string): string[] =>
    [...html.matchAll(/data-penchant-item="([\w-]+)"/g)].map(([, id = '']) => id);
  const ids = async (): Promise<string[]> =>
    app.page.$$eval(ITEMS, (items) => items.map((item) => item.getAttribute('data-penchant-item') ?? ''));
  const topics = async (): Promise<string[]> =>
    app.page.$$eval(ITEMS, (items) =>
      items.map((item) => /topic:(\w+)/.exec(item.getAttribute('data-penchant-features') ?? '')?.[1] ?? ''),
    );

  it('comes from the server in its own order, marked, and is hydrated in it', async () => {
    const html = await (await fetch(url)).text();
    expect(idsIn(html).slice(0, 12)).toHaveLength(12);
    await app.page.waitForSelector('[data-penchant-ranked]');
    expect(await ids()).toEqual(idsIn(html).slice(0, 12));
    expect(await app.barriers()).toEqual([]);
  });

  it('puts what was read first when the reader comes again, and moves nothing under their eyes', async () => {
    const last = (await topics()).at(-1) ?? '';
    await sleep(SETTLED_MS); // it is hydrated
    for (const nth of [0, 1]) {
      const found = await app.page.$$(`${ITEMS}[data-penchant-features~="topic:${last}"] a`);
      await found[nth]?.click();
      await app.page.waitForSelector('article[data-penchant-item]');
      await sleep(SETTLED_MS);
      await app.page.goBack();
      await app.page.waitForSelector(ITEMS);
      await sleep(SETTLED_MS);
    }
    await vi.waitFor(async () => {
      await app.page.reload();
      await app.page.waitForSelector('[data-penchant-ranked]');
      expect((await topics()).slice(0, 2)).toEqual([last, last]);
    }, 15_000);
    await sleep(SETTLED_MS);
    expect(await app.page.evaluate(() => window.shifts)).toBe(0);
  });

  it.runIf(name === 'nuxt')(
    'is typed: what Next.js checks when it builds, Nuxt has a command for',
    async () => {
      const checking = promisify(execFile)(programIn(folder, 'nuxt'), ['typecheck'], { cwd: folder });
      await expect(checking).resolves.toMatchObject({ stdout: expect.not.stringContaining('error TS') as string });
    },
    120_000,
  );

  it('has no warning on its console, of hydration or else', () => expect(app.complaints).toEqual([]));
});
