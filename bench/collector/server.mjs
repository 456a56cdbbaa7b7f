import { createServer } from 'node:http';
import { createCollector, openStore, sqliteStore } from '@penchant/collector';
import fastify from 'fastify';
import { contribution } from './contributions.mjs';
import { influxdb } from './influxdb.mjs';
import { nginx } from './nginx.mjs';

// One server of the comparison. Tells its port, and ends when it is told to.

const [what, inlineFile] = process.argv.slice(2);
const started = await start();
process.send(started.port);
process.once('message', () => void started.close().then(() => process.disconnect()));

async function start() {
  if (what === 'raw') return raw();
  if (what === 'fastify') return bare();
  if (what === 'nginx') return nginx();
  if (what === 'influxdb') return influxdb();
  const store = what === 'inline' ? sqliteStore(inlineFile, { thread: false }) : await openStore(what);
  const collector = createCollector({ store, sites: { daily: ['*'] } });
  if (what === 'memory:') await teach(store, collector);
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
  const { bytes, headers } = await model();
  app.get('/v1/model', (_, reply) => reply.headers(headers).send(bytes));
  app.post('/v1/contributions', (_, reply) => reply.code(202).send({ status: 'added' }));
  await app.listen({ port: 0 });
  return { port: app.server.address().port, close: () => app.close() };
}

/** A model of a few hundred items. */
async function teach(store, collector) {
  for (let id = 0; id < 400; id++) await store.add(contribution(2 ** 40 + id));
  await collector.publish();
}

/** What the collector serves of it, as a browser takes it. */
async function model() {
  const store = await openStore('memory:');
  const collector = createCollector({ store, sites: { daily: ['*'] } });
  await teach(store, collector);
  const asked = { url: '/v1/model?site=daily', headers: { 'accept-encoding': 'gzip, deflate, br' } };
  const { rawPayload: bytes, headers } = await collector.inject(asked);
  await collector.close();
  return { bytes, headers: { 'content-type': headers['content-type'], 'content-encoding': 'br' } };
}
