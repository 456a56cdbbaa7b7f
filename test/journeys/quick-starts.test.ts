import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Audit } from '@penchant/browser';
import { createCollector, memoryStore } from '@penchant/collector';
import { build as esbuild, type Plugin } from 'esbuild';
import type { Browser, Page } from 'puppeteer-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { available } from '../browsers/engines.js';
import { launch, newTab } from '../browsers/launch.js';
import { blocksIn, blocksOf, placeOf, ROOT, type Block } from '../docs/blocks.js';
import { compileComponent } from '../docs/component.js';

/** The address of the collector in the documentation. */
const DOCUMENTED = 'http://localhost:8787';

/** The files that a quick start tells to write, by path. */
const filesOf = (name: string): ReadonlyMap<string, Block> =>
  new Map(blocksOf(`docs/start/${name}.md`).flatMap((block) => (block.file ? [[block.file, block]] : [])));

/** After half a second the page shows its own order, and nothing moves any more: a busy machine may need another visit. */
const ARRANGING_MS = 600;
const POLL = { timeout: 20_000 };

/** Finds a quick start's files where they were written: in its page. */
const fromPage = (files: ReadonlyMap<string, Block>): Plugin => ({
  name: 'from-page',
  setup(building) {
    building.onResolve({ filter: /^\.{0,2}\// }, ({ path, importer, namespace }) => {
      if (importer && namespace !== 'page') return undefined;
      const asked = new URL(path, `file:///${importer}`).pathname.slice(1);
      const found = [asked, asked.replace(/\.js$/, '.ts'), asked.replace(/\.js$/, '.tsx')].find((file) =>
        files.has(file),
      );
      return found === undefined ? { errors: [{ text: `no block is ${asked}` }] } : { path: found, namespace: 'page' };
    });
    building.onLoad({ filter: /./, namespace: 'page' }, ({ path }) => {
      const code = files.get(path)?.code ?? '';
      const isComponent = path.endsWith('.vue');
      return {
        contents: isComponent ? compileComponent(code, 'app').code : code,
        loader: path.endsWith('.tsx') ? 'tsx' : 'ts',
        resolveDir: ROOT,
      };
    });
  },
});

/** What a bundler's own server would serve of a quick start, by path. */
async function build(name: string): Promise<ReadonlyMap<string, string>> {
  const files = filesOf(name);
  const bundle = async (entry: string): Promise<string> => {
    const { outputFiles, warnings } = await esbuild({
      entryPoints: [entry],
      bundle: true,
      write: false,
      format: 'esm',
      jsx: 'automatic',
      target: 'es2022',
      define: {
        'process.env.NODE_ENV': '"development"',
        __VUE_OPTIONS_API__: 'true',
        __VUE_PROD_DEVTOOLS__: 'false',
        __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: 'false',
      },
      plugins: [fromPage(files)],
      logLevel: 'silent',
    });
    expect(warnings).toEqual([]);
    return outputFiles[0]?.text ?? '';
  };
  const html = files.get('index.html')?.code ?? '';
  const scripts = [...html.matchAll(/src="(\/src\/[^"]+)"/g)].map(([, path = '']) => path);
  return new Map([
    ['/', html],
    ...(await Promise.all(scripts.map(async (path) => [path, await bundle(path)] as const))),
  ]);
}

/** Serves it, with a collector for it, at an address that the page is told. */
async function serve(pages: ReadonlyMap<string, string>): Promise<{ readonly url: string; close(): Promise<void> }> {
  let collecting = '';
  const server = createServer(({ url = '' }, response) => {
    const text = pages.get(url);
    response.statusCode = text === undefined ? 204 : 200;
    response.setHeader('content-type', url === '/' ? 'text/html' : 'text/javascript');
    response.end(text?.replaceAll(DOCUMENTED, collecting));
  });
  await new Promise<void>((resolve) => server.listen(0, resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const script = `${ROOT}packages/browser/dist/penchant.js`;
  const collector = createCollector({ store: memoryStore(), sites: { daily: [url] }, script });
  collecting = await collector.listen({ port: 0 });
  return {
    url,
    async close() {
      server.close();
      await collector.close();
    },
  };
}

describe.skipIf(!available.includes('chromium'))('the quick starts, word for word', () => {
  let browser: Browser;
  const ended: (() => unknown)[] = [];
  beforeAll(async () => void (browser = await launch('chromium')));
  afterAll(async () => {
    await browser?.close();
    for (const end of ended) await end();
  });

  const order = (page: Page): Promise<(string | null)[]> =>
    page.$$eval('[data-penchant-item]', (all) => all.map((each) => each.getAttribute('data-penchant-item')));

  it.each(['script-tag', 'npm', 'react', 'vue'])(
    'docs/start/%s.md ranks a list after one story was opened, and the console has no warning',
    async (name) => {
      const site = await serve(await build(name));
      ended.push(site.close);
      const page = await newTab(browser);
      const said: string[] = [];
      page.on('console', (message) => {
        if (message.type() === 'warn' || message.type() === 'error') said.push(message.text());
      });
      page.on('pageerror', (error) => said.push(String(error)));
      await page.goto(site.url);
      await page.waitForSelector('[data-penchant-item="girona"]');
      expect(await order(page)).toEqual(['bakery', 'octopus', 'girona', 'puncture']);
      await page.waitForNetworkIdle(); // an asynchronous script hears nothing before it came
      await page.click('a[href="#girona"]');
      await expect
        .poll(async () => {
          await page.reload();
          await page.waitForFunction(() => document.querySelectorAll('[data-penchant-item]').length === 4);
          await sleep(ARRANGING_MS);
          return order(page);
        }, POLL)
        .toEqual(['girona', 'puncture', 'bakery', 'octopus']);
      expect(said).toEqual([]);
      await page.close();
    },
  );

  const written = blocksIn('html').filter(({ code }) => code.includes('data-penchant-item'));
  it.each(written.map((block) => [placeOf(block), block] as const))(
    '%s is mark-up that the audit finds no error in',
    async (_, { code }) => {
      const html = code.replaceAll(/<script[^>]*\bsrc=[^>]*><\/script>/g, '').replaceAll(/src="[^"]*"/g, '');
      const site = await serve(
        new Map([['/', `<script async src="${DOCUMENTED}/penchant.js" data-site="daily"></script>${html}`]]),
      );
      ended.push(site.close);
      const page = await newTab(browser);
      await page.goto(site.url);
      await page.waitForFunction(() => 'tracker' in (window.penchant ?? {}));
      const { items, findings } = await page.evaluate(async () => {
        const audit = await (window.penchant('audit') as Promise<Audit>);
        return {
          items: audit.items.length,
          findings: audit.findings.filter(({ severity }) => severity === 'error').map(({ message }) => message),
        };
      });
      expect(findings).toEqual([]);
      expect(items).toBeGreaterThan(0);
      await page.close();
    },
  );
});
