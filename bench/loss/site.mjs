import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

export const EVENTS = 100;

const items = Array.from({ length: EVENTS }, (_, i) => `<li data-penchant-item="item-${i}">Item ${i}</li>`).join('');
/** Makes all events at once, and leaves. */
const passing = `<script>for (let i = 0; i < ${EVENTS}; i++) bench.event(i); location.href = '/elsewhere';</script>`;
const built = sirv(fileURLToPath(new URL('.', import.meta.resolve('@penchant/browser/penchant.js'))));

/** A site with one page of a hundred items and a tracker, and one page with nothing. An origin of its own for each. */
export async function openSite() {
  let page = '';
  let script = '';
  const answers = {
    '/': () => ['text/html', page],
    '/passing': () => ['text/html', page + passing],
    '/bench.js': () => ['text/javascript', script],
  };
  const server = createServer((request, response) => {
    if (request.url === '/penchant.js') return built(request, response);
    const [type, body] = answers[request.url]?.() ?? ['text/html', '<!doctype html><title>Elsewhere</title>'];
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(body);
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    track(tracker, collector) {
      const ours = `<script src="/penchant.js" data-site="bench" data-collector="${collector}"></script>`;
      page = `<!doctype html><title>Bench</title><ul>${items}</ul>${tracker.ours ? ours : ''}
        <script src="/bench.js" data-collector="${collector}"></script>`;
      ({ script } = tracker);
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
