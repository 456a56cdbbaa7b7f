import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCollector, sqliteStore, type Collector, type Store } from '@penchant/collector';
import { buildSite } from '@penchant/example-publisher';
import sirv from 'sirv';
import { freePort } from '../free-port.js';

const SCRIPT = fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js'));

/** A request as it arrived at the collector. */
export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly body: unknown;
}

/** The demo paper and its collector, for real: a static site, an SQLite file, two ports. */
export interface Town {
  /** Where the paper is. */
  readonly paper: string;
  /** Where the collector is, or will be. */
  readonly collector: string;
  /** The collector's store; reopened with it. */
  store(): Store;
  /** Everything the collector was asked, in order. */
  readonly asked: readonly Asked[];
  startCollector(): Promise<Collector>;
  stopCollector(): Promise<void>;
  /** Adds a page, or another file, to the paper. */
  publish(file: string, text: string): void;
  /** A folder for a visitor's browser. */
  profile(name: string): string;
  end(): Promise<void>;
}

/** `scriptBy` says who serves the script: the paper itself, so that there is a page to speak of while the collector is away; or the collector, as for most pages. */
export async function openTown(scriptBy: 'paper' | 'collector' = 'paper'): Promise<Town> {
  const home = mkdtempSync(join(tmpdir(), 'penchant-town-'));
  const pages = join(home, 'pages');
  const server = createServer();
  const portOf = (address: unknown): number => (address as AddressInfo).port;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const paper = `http://127.0.0.1:${portOf(server.address())}`;
  const collectorUrl = `http://127.0.0.1:${await freePort()}`;

  const script = scriptBy === 'paper' ? { script: '/penchant.js' } : {};
  await buildSite({ out: pages, collector: collectorUrl, ...script, origin: paper });
  for (const file of ['penchant.js', 'parts'])
    cpSync(join(dirname(SCRIPT), file), join(pages, file), { recursive: true });
  const from = scriptBy === 'paper' ? '' : collectorUrl;
  writeFileSync(join(pages, 'unmarked.html'), unmarkedPage(`${from}/penchant.js`));
  server.on('request', sirv(pages, { etag: true, dev: true }));

  let store: Store | undefined;
  let collector: Collector | undefined;
  const asked: Asked[] = [];
  return {
    paper,
    collector: collectorUrl,
    asked,
    store() {
      if (!store) throw new Error('The collector is not running.');
      return store;
    },
    async startCollector() {
      store = sqliteStore(join(home, 'penchant.db'));
      collector = createCollector({
        store,
        sites: { daily: [paper] },
        script: SCRIPT,
        openEpochs: true,
        minContributions: 1,
      });
      collector.app.addHook('preValidation', async ({ method, url, body }) => void asked.push({ method, url, body }));
      await collector.listen({ port: Number(new URL(collectorUrl).port), host: '127.0.0.1' });
      return collector;
    },
    async stopCollector() {
      await collector?.close();
      collector = undefined;
      store = undefined;
    },
    publish: (file, text) => writeFileSync(join(pages, file), text),
    profile(name) {
      const folder = join(home, name);
      mkdirSync(folder, { recursive: true });
      return folder;
    },
    async end() {
      await collector?.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
      rmSync(home, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
    },
  };
}

/** A page that has no mark-up of ours, but says in JSON-LD what it lists. */
function unmarkedPage(script: string): string {
  const url = (n: number): string => `/story-${n}`;
  const list = { '@type': 'ItemList', itemListElement: [1, 2, 3].map((n) => ({ '@type': 'ListItem', url: url(n) })) };
  return `<!doctype html><title>Unmarked</title><script type="application/ld+json">${JSON.stringify(list)}</script>
    <ul id="latest">${[1, 2].map((n) => `<li><a href="${url(n)}">Story ${n}</a></li>`).join('')}</ul>
    <script src="${script}" data-site="daily" data-debug></script>`;
}
