import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { fileURLToPath } from 'node:url';
import sirv from 'sirv';

const dist = new URL('.', import.meta.resolve('@penchant/browser/penchant.js'));
const built = sirv(fileURLToPath(dist));
/** Our script, and the parts that it loads when they are due. */
const OURS = /^\/(penchant|parts\/[\w-]+)\.js$/;

/** A site with one page, which shows `body` and has a tracker, and empty pages. An origin of its own for each. */
export async function openSite(body) {
  let page = '';
  let script = '';
  const scripts = new Map();
  const server = createServer((request, response) => {
    if (OURS.test(request.url)) {
      scripts.set(request.url, readFileSync(new URL(`.${request.url}`, dist)));
      return built(request, response);
    }
    const [type, text] =
      request.url === '/bench.js'
        ? ['text/javascript', script]
        : ['text/html', pages[request.url]?.() ?? '<!doctype html><title>Elsewhere</title>'];
    return response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
  });
  const pages = { '/': () => page };
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    /** What the page asked for of a tracker so far, by path: ours in parts, another's whole. */
    scripts,
    /** The page runs this tracker, with these words in its script's `data-…` attributes. */
    track(tracker, collector, words = []) {
      const ours = `<script src="/penchant.js" data-site="bench" data-collector="${collector}"></script>`;
      const settings = words.map((word) => ` data-${word}`).join('');
      page = `<!doctype html><title>Bench</title>${body}${tracker.ours ? ours : ''}
        <script src="/bench.js" data-collector="${collector}"${settings}></script>`;
      ({ script } = tracker);
      scripts.clear();
      if (tracker.package) scripts.set('/bench.js', script);
    },
    /** Another page: the same, and this after it. */
    alsoAt(path, after) {
      pages[path] = () => page + after;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
