import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createCollector } from '@penchant/collector';
import { storeContract } from '@penchant/collector/contract';
import { fileStore } from '@penchant/example-store';
import { afterAll, describe, expect, it } from 'vitest';
import { openPage } from './example.js';

const home = mkdtempSync(join(tmpdir(), 'penchant-files-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const newFolder = (): string => mkdtempSync(join(home, 'store-'));

describe('the file store keeps the contract of every store', () =>
  storeContract(
    it,
    async () => {
      const folder = newFolder();
      return async () => fileStore(folder);
    },
    { transactions: false }, // a sum is known when it is read
  ));

it('a visitor’s click, in Chromium, is in a file of a collector that is embedded with it', async () => {
  const script = fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js'));
  let collectorUrl = '';
  const site = createServer((_request, response) =>
    response.setHeader('content-type', 'text/html').end(
      `<!doctype html><title>Stories</title><link rel="icon" href="data:,">
        <ol data-penchant-list="home"><li data-penchant-item="a1"><a href="#a1">A story</a></li></ol>
        <script src="${collectorUrl}/penchant.js" data-site="daily" data-collector="${collectorUrl}"></script>`,
    ),
  );
  await new Promise<void>((resolve) => site.listen(0, '127.0.0.1', resolve));
  const siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}`;
  const folder = newFolder();
  const collector = createCollector({ store: fileStore(folder), sites: { daily: [siteUrl] }, script });
  collectorUrl = await collector.listen({ port: 0 });
  const visit = await openPage(siteUrl);
  try {
    await visit.page.click('[data-penchant-item] a');
    await visit.page.evaluate(() => window.penchant('flush'));
    const { lists } = await fileStore(folder).sums('daily'); // another store in the same place: it was on the disk
    const clicked = { impressions: 1, clicks: 1, clicked: 1, below: 0, continued: 0, contributions: 1 };
    expect(lists).toEqual([{ list: 'home', item: 'a1', position: 1, bucket: 0, ...clicked }]);
    expect(visit.complaints).toEqual([]);
  } finally {
    await visit.end();
    await collector.close();
    site.close();
    site.closeAllConnections();
  }
});
