// A collector on the file store: `start` prints where it is. Give its address to a page as `data-collector`.
import { fileURLToPath } from 'node:url';
import { createCollector } from '@penchant/collector';
import { fileStore } from './file-store.js';

const folder = fileURLToPath(new URL('.data/', import.meta.url));
const collector = createCollector({
  store: fileStore(folder),
  sites: { daily: ['http://localhost:8080'] },
  storeAddress: folder,
});
const url = await collector.listen({ port: Number(process.env.PENCHANT_PORT ?? 8785) });

console.log(`
  A collector for the site "daily" at http://localhost:8080   ${url}
  Its store                                                   ${folder}
`);

for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, () => void collector.close());
