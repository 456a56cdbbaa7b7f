// The Daily Meridian and its collector, on this machine: `npm start`, then open the address it prints.
import { randomBytes } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import { createCollector, hashToken, sqliteStore } from '@penchant/collector';
import sirv from 'sirv';
import { buildSite } from './build.mjs';

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const data = here('./.data/');
const dist = here('./dist/');

/** The port, or any free one when another program has it. */
async function listen(listening, port) {
  try {
    return await listening(port);
  } catch (error) {
    if (error.code !== 'EADDRINUSE') throw error;
    return listening(0);
  }
}

const site = createServer();
const siteUrl = await listen(
  (port) =>
    new Promise((resolve, reject) => {
      site.once('error', reject);
      site.listen(port, '127.0.0.1', () => resolve(`http://localhost:${site.address().port}`));
    }),
  Number(process.env.PORT ?? 8080),
);

mkdirSync(data, { recursive: true });
const token = randomBytes(18).toString('base64url');
const collectorAt = (port) => {
  const collector = createCollector({
    store: sqliteStore(`${data}penchant.db`),
    sites: { daily: [siteUrl, siteUrl.replace('localhost', '127.0.0.1')] },
    script: fileURLToPath(import.meta.resolve('@penchant/browser/penchant.js')),
    minContributions: 5, // a paper with few readers: a real one keeps the default of 20,
    openEpochs: true, //    and publishes from weeks that are over
    adminTokenHash: hashToken(token),
    storeAddress: `sqlite:${data}penchant.db`,
  });
  return collector.listen({ port }).then((url) => ({ collector, url: url.replace('127.0.0.1', 'localhost') }));
};
const { collector, url } = await listen(collectorAt, Number(process.env.PENCHANT_PORT ?? 8787));

await buildSite({ out: dist, collector: url, origin: siteUrl });
site.on('request', sirv(dist, { etag: true }));

console.log(`
  The Daily Meridian   ${siteUrl}
  Its collector        ${url}   (SQLite in examples/publisher/.data)
  Sign in to it with   ${token}

  Open the paper, read three stories of one topic, and go back to the front page.
`);

for (const signal of ['SIGINT', 'SIGTERM'])
  process.once(signal, () => {
    site.close();
    site.closeAllConnections();
    void collector.close(); // then nothing is left to do, and the process ends
  }); // a second one ends it at once
