import { createServer } from 'node:http';
import { createCollector, openStore, sqliteStore } from '@penchant/collector';
import fastify from 'fastify';

// One server of the comparison. Tells its port, and ends when it is told to.

const [what, inlineFile] = process.argv.slice(2);
const { port, close } = await start();
process.send(port);
process.once('message', () => void close().then(() => process.disconnect()));

async function start() {
  if (what === 'raw') return raw();
  if (what === 'fastify') return bare();
  const store = what === 'inline' ? sqliteStore(inlineFile, { thread: false }) : await openStore(what);
  const collector = createCollector({ store, sites: { daily: ['*'] } });
  const url = await collector.listen({ port: 0 });
  return { port: Number(new URL(url).port), close: collector.close };
}

async function raw() {
  const server = createServer((request, response) => {
    const parts = [];
    request.on('data', (part) => parts.push(part));
    request.on('end', () => {
      JSON.parse(Buffer.concat(parts).toString());
      response.writeHead(202, { 'content-type': 'application/json' }).end('{"status":"added"}');
    });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: server.address().port, close: async () => void server.close() };
}

async function bare() {
  const app = fastify();
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('text/plain', { parseAs: 'string' }, app.getDefaultJsonParser('error', 'error'));
  app.post('/v1/contributions', (_, reply) => reply.code(202).send({ status: 'added' }));
  await app.listen({ port: 0 });
  return { port: app.server.address().port, close: () => app.close() };
}
