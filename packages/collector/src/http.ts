import { callbackify } from 'node:util';
import fastify, { LogController, type FastifyError, type FastifyInstance, type FastifyServerOptions } from 'fastify';
import { explainError } from './explain-error.js';
import { inflated } from './inflate.js';
import { problem, refuse } from './problem.js';

const BODY_LIMIT_BYTES = 65_536; //  40 cells of the longest ids fit, even in scripts of three bytes a character
const HEADERS_TIMEOUT_MS = 5_000; // Node's own 60 s lets slow senders hold connections
const REQUEST_TIMEOUT_MS = 15_000;
const KEEP_ALIVE_MS = 65_000; //     longer than the 60 s of common proxies, so that they hang up first
const CHECK_TIMEOUTS_MS = 1_000;
const MAX_CONNECTIONS = 4_096;

const inflate = callbackify(inflated);

/** For everything that is no page of its own: nothing in it may load, run, be framed, or tell where it came from. */
const SECURITY_HEADERS = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
} as const;

export interface AppOptions {
  readonly logger?: FastifyServerOptions['logger'];
  /** How many proxies stand before it and say whom they speak for. */
  readonly proxies?: number;
}

/** An HTTP server without routes: its limits, how it reads a body, and how it says no. */
export function createApp({ logger = false, proxies = 0 }: AppOptions): FastifyInstance {
  const app = fastify({
    logger,
    trustProxy: (_address, hop) => hop < proxies,
    logController: new LogController({ disableRequestLogging: true }),
    bodyLimit: BODY_LIMIT_BYTES,
    requestTimeout: REQUEST_TIMEOUT_MS,
    keepAliveTimeout: KEEP_ALIVE_MS,
    http: { headersTimeout: HEADERS_TIMEOUT_MS, connectionsCheckingInterval: CHECK_TIMEOUTS_MS },
    forceCloseConnections: 'idle',
    ajv: {
      // What arrives is taken as it is or refused, never mended.
      customOptions: {
        coerceTypes: false,
        removeAdditional: false,
        useDefaults: false,
        discriminator: true,
      },
    },
  });
  app.server.maxConnections = MAX_CONNECTIONS;

  app.removeAllContentTypeParsers();
  const parseAs = { parseAs: 'string' } as const;
  app.addContentTypeParser(['text/plain', 'application/json'], parseAs, app.getDefaultJsonParser('error', 'error'));
  app.addHook('onRequest', (_request, reply, done) => {
    reply.headers(SECURITY_HEADERS);
    done();
  });
  app.addHook('preParsing', (request, _reply, payload, done) => {
    const encoding = request.headers['content-encoding']?.toLowerCase() ?? 'identity';
    if (encoding === 'identity') return done(null, payload); // as devices send, and at once
    inflate(payload, encoding, BODY_LIMIT_BYTES, done);
  });
  let closing = false;
  app.addHook('preClose', (done) => {
    closing = true;
    done();
  });
  app.addHook('onSend', (_request, reply, _payload, done) => {
    if (closing) reply.header('connection', 'close'); // kept alive, it would keep the server from closing
    done();
  });
  app.setNotFoundHandler((_request, reply) => refuse(reply, problem('not-found', '', 'there is nothing here')));
  app.setErrorHandler((error: FastifyError, request, reply) => {
    const why = explainError(error, BODY_LIMIT_BYTES);
    if (why.error === 'failed') request.log.error({ err: error }, 'request failed');
    return refuse(reply, why);
  });
  return app;
}
