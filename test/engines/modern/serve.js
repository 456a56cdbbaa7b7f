// @ts-check
import { createServer } from 'node:http';
import { text } from 'node:stream/consumers';
import { Session } from 'chdb';

// Answers as a ClickHouse server does over HTTP, from a ClickHouse that is a library. Its folder is the first argument;
// it says its port when it is ready.

/** What a request says of itself, and not of how it is to be done. */
const OF_THE_REQUEST = new Set(['query', 'query_id', 'database', 'session_id', 'wait_end_of_query']);

const session = new Session(process.argv[2]);
let settled = '';

/** Settings come with each request; a library keeps them. One that this ClickHouse does not know is an error, as on a server. */
function settle(/** @type {URLSearchParams} */ parameters) {
  const settings = [...parameters].flatMap(([name, value]) =>
    OF_THE_REQUEST.has(name) ? [] : [`${name} = '${value}'`],
  );
  const all = settings.join(', ');
  if (all && all !== settled) session.query(`SET ${all}`);
  settled = all || settled;
}

/**
 * @param {import('node:http').IncomingMessage} request
 * @param {import('node:http').ServerResponse} response
 */
async function answer(request, response) {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://127.0.0.1');
  const query = [searchParams.get('query'), await text(request)].filter(Boolean).join('\n');
  try {
    settle(searchParams);
    response.end(pathname === '/ping' ? 'Ok.\n' : (await session.queryAsync(query)).text());
  } catch (error) {
    const code = error instanceof Error && 'clickhouseCode' in error ? Number(error.clickhouseCode) : 0;
    response.writeHead(500, { 'X-ClickHouse-Exception-Code': code });
    response.end(`Code: ${code}. DB::Exception: ${error instanceof Error ? error.message : ''}`);
  }
}

const server = createServer((request, response) => void answer(request, response));
server.listen(0, '127.0.0.1', () => {
  const address = server.address();
  process.send?.(typeof address === 'object' && address ? address.port : 0);
});
process.once('disconnect', () => process.exit());
