import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Tracker } from '@penchant/browser';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { createViteServer } from 'vitest/node';
import { available } from '../browsers/engines.js';
import { filesOf } from '../trial/quick-start.js';
import { openPage, type Example } from './example.js';

declare global {
  interface Window {
    /** Clicks that counted, since it is there; a page that is loaded anew has none. */
    clicks?: string[];
  }
}

/** An app of each framework, where the example has what builds it; and the file that is edited. */
const APPS = [
  ['react', 'shop', '@vitejs/plugin-react', 'src/app.tsx', '{story.title}'],
  ['vue', 'video', '@vitejs/plugin-vue', 'src/App.vue', '{{ story.title }}'],
] as const;

type Plugin = NonNullable<NonNullable<Parameters<typeof createViteServer>[0]>['plugins']>[number];

describe.runIf(available.includes('chromium')).each(APPS)('who edits the quick start of %s', (name, ...how) => {
  const [example, plugin, edited, title] = how;
  const folder = fileURLToPath(new URL(`../../examples/${example}/.data/hot`, import.meta.url));
  const { resolve } = createRequire(join(folder, 'page.js'));
  let server: Awaited<ReturnType<typeof createViteServer>>;
  let app: Example;
  beforeAll(async () => {
    for (const [path, code] of Object.entries({ 'public/favicon.ico': ' ', ...filesOf(name) })) {
      await mkdir(dirname(join(folder, path)), { recursive: true });
      await writeFile(join(folder, path), code);
    }
    const framework = (await import(pathToFileURL(resolve(plugin)).href)) as { readonly default: () => Plugin };
    server = await createViteServer({
      root: folder,
      configFile: false,
      cacheDir: join(folder, '.vite'),
      logLevel: 'silent',
      plugins: [framework.default()],
      server: { port: 0, host: '127.0.0.1' },
    });
    await server.listen();
    const { port } = server.httpServer!.address() as AddressInfo;
    app = await openPage(`http://127.0.0.1:${port}`);
  });
  afterAll(async () => {
    await app?.end();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  });

  const titles = (): Promise<string[]> => app.texts('[data-penchant-item] a');

  it('finds the list in its order, and what is done with it counts once', async () => {
    await vi.waitFor(async () => expect(await titles()).toHaveLength(4), 15_000);
    await app.press('Girona in winter');
    await vi.waitFor(async () => {
      await app.page.reload();
      await vi.waitFor(async () => expect(await titles()).toHaveLength(4), 5_000);
      expect((await titles())[0]).toBe('Girona in winter');
    }, 15_000);
    const before = await titles();
    await app.page.evaluate(() => {
      const trackers = (document as Document & { [home: symbol]: ReadonlyMap<string, Tracker> })[
        Symbol.for('penchant')
      ];
      window.clicks = [];
      trackers?.get('daily')?.signals$.subscribe(({ kind, item }) => {
        if (kind === 'click') window.clicks?.push(item);
      });
    });

    await writeFile(join(folder, edited), (await readFile(join(folder, edited), 'utf8')).replace(title, `${title}!`));
    await vi.waitFor(async () => expect(await titles()).toEqual(before.map((each) => `${each}!`)), 15_000);
    await app.press('A puncture!');
    await vi.waitFor(async () => expect(await app.page.evaluate(() => window.clicks)).toEqual(['puncture']));
    expect(await titles()).toEqual(before.map((each) => `${each}!`));
    expect(app.complaints).toEqual([]);
  });
});
