import { createServer } from 'node:http';
import { buffer } from 'node:stream/consumers';

const RETRY_AFTER_S = 2;
const HALF_MS = 30;

/** What can go wrong between a page and its collector. Each is given the request, the response and how to commit it. */
const FAULTS = {
  none: async (request, response, commit) => answer(request, response, await commit()),
  unreachable: async ({ socket }) => void socket.destroy(),
  500: async (request, response) => answer(request, response, { status: 500 }),
  429: async (request, response) =>
    answer(request, response, { status: 429, headers: { 'retry-after': String(RETRY_AFTER_S) } }),
  /** Takes the request, and says nothing until the fault is over: then the connection breaks. */
  timeout: async () => undefined,
  /** Commits, and breaks the connection in the middle of the answer's body. */
  half: async (request, response, commit) => {
    const { status, headers, body = '' } = await commit();
    const whole = Buffer.from(body);
    response.writeHead(status, { ...crossOrigin(request), ...headers, 'content-length': whole.length });
    response.write(whole.subarray(0, whole.length / 2));
    setTimeout(() => request.socket.destroy(), HALF_MS);
  },
  /** Commits, and breaks the connection before the answer. */
  lost: async ({ socket }, _, commit) => {
    await commit();
    socket.destroy();
  },
};

/**
 * Stands between pages and a collector, and breaks what it is told to.
 * @param {(request: { method: string, url: string, headers: object, body: Buffer }) => Promise<{ status: number, headers?: object, body?: string }>} commit
 */
export async function openFront(commit) {
  let fault = 'none';
  const server = createServer((request, response) => {
    const { method, url, headers } = request;
    const preflight = method === 'OPTIONS' && fault !== 'unreachable' && fault !== 'timeout';
    if (preflight) return answer(request, response, { status: 204 });
    const play = async () =>
      FAULTS[fault](request, response, async () => commit({ method, url, headers, body: await buffer(request) }));
    play().catch(() => request.socket.destroy()); // the page is gone
    return undefined;
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${server.address().port}`,
    fault(name) {
      if (fault === 'timeout') server.closeAllConnections();
      fault = name;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function answer(request, response, { status, headers = {}, body = '' }) {
  response.writeHead(status, { ...crossOrigin(request), ...headers });
  response.end(body);
}

const crossOrigin = ({ headers }) => ({
  'access-control-allow-origin': headers.origin ?? '*',
  'access-control-allow-credentials': 'true',
  'access-control-allow-headers': headers['access-control-request-headers'] ?? 'content-type',
  'access-control-expose-headers': 'retry-after',
});
