import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { openPage, type Example } from '../journeys/example.js';
import { buildApp, freePort, serveApp } from './app.js';
import { KINDS } from './kinds.js';
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

describe.each(['next', 'nuxt'] as const)('the %s example', (name) => {
  let app: Example;
  let url = '';
  let stop = async (): Promise<void> => {};
  beforeAll(async () => {
    const { 'package.json': manifest = '', ...code } = await filesIn(
      fileURLToPath(new URL(`../../examples/${name}`, import.meta.url)),
    );
    const { dependencies, devDependencies } = JSON.parse(manifest) as Record<string, Record<string, string>>;
    const declared = Object.entries({ ...dependencies, ...devDependencies });
    const isOurs = ([dependency]: readonly [string, string]): boolean => dependency.startsWith('@penchant/');
    const kind = {
      ...KINDS[name],
      scaffold: {},
      dependencies: Object.fromEntries(declared.filter((each) => !isOurs(each))),
      packages: declared.filter(isOurs).map(([dependency]) => dependency),
    };
    const folder = join(home, name);
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

  it('has no warning on its console, of hydration or else', () => expect(app.complaints).toEqual([]));
});

/** The files of an example, by their paths in it. */
async function filesIn(folder: string): Promise<Record<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
  return Object.fromEntries(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, 'utf8')] as const),
    ),
  );
}
