import type { IncomingMessage, ServerResponse } from 'node:http';
import { DAY_MS } from '@penchant/core';
import cors from '@fastify/cors';
import swagger from '@fastify/swagger';
import type { FastifyInstance, FastifyServerOptions } from 'fastify';
import { Arrivals } from './dashboard/arrivals.js';
import { overviewRoutes } from './dashboard/overview.js';
import { pageRoutes } from './dashboard/page-routes.js';
import { watchArrivals } from './dashboard/watch-arrivals.js';
import { Builds } from './builds.js';
import { createApp } from './http.js';
import { Metrics } from './metrics.js';
import { openapi } from './openapi.js';
import { nameOf, Publisher } from './publish/publish.js';
import { retire } from './retention.js';
import { adminRoutes } from './routes/admin.js';
import { epochsBehind } from './routes/admission.js';
import { contributionRoutes } from './routes/contributions.js';
import { healthRoutes, type StoreFailure } from './routes/health.js';
import { metricsRoutes } from './routes/metrics.js';
import { modelRoutes } from './routes/model.js';
import { scriptRoutes } from './routes/script.js';
import { loadScript, pathOf } from './script.js';
import type { Sites } from './sites.js';
import type { Store } from './store/store.js';

export interface CollectorOptions {
  /** Closed together with the collector. */
  readonly store: Store;
  /** The address that the store was opened with: a thread reads sums there, and the dashboard tells its kind and size. */
  readonly storeAddress?: string;
  /** Each site's name, with the origins whose pages may send its contributions: `{ daily: ['https://daily.example'] }`. */
  readonly sites: Readonly<Record<string, readonly string[]>>;
  /** Milliseconds since 1970-01-01. */
  readonly clock?: () => number;
  /** Seconds between publications while it listens: 60. */
  readonly publishSeconds?: number;
  /** A number is released only if at least this many contributions speak of it: 20. */
  readonly minContributions?: number;
  /** Most memory that making a model may take, in MiB: 1,024. With more, the publication fails and the last model stays. */
  readonly publishMib?: number;
  /** Whether to publish from the current week too, before it is over: no. */
  readonly openEpochs?: boolean;
  /** `hashToken(token)` of the token for /admin. Without one, nobody is let in. */
  readonly adminTokenHash?: string;
  /** Path of the built `penchant.js`, to be served with the folder `parts` beside it, and kept in the store for later. */
  readonly script?: string;
  /** Most contributions a minute from one network (a /24 or /48), and for one site: no limit. */
  readonly limits?: { readonly perAddress?: number; readonly perSite?: number };
  /** How many whole weeks are kept, and the folder that gets the sums of older ones before they are deleted: all are kept. */
  readonly retention?: { readonly weeks: number; readonly archive: string };
  /** How many proxies stand before the collector and set X-Forwarded-For: none. */
  readonly proxies?: number;
  /** Fastify's `logger`: none. Requests are not logged, only failures. */
  readonly logger?: FastifyServerOptions['logger'];
}

export interface Collector {
  readonly app: FastifyInstance;
  /** For a server of one's own: `http.createServer(collector.handler)`. */
  readonly handler: (request: IncomingMessage, response: ServerResponse) => void;
  /** Answers a request without a network, for tests. */
  readonly inject: FastifyInstance['inject'];
  /** The script that is served, if one is: the path under which it never changes, and the `integrity` of its script tag. */
  readonly script: { readonly path: string; readonly integrity: string } | undefined;
  /** Publishes, then listens and publishes on schedule. Gives the URL. Port 0 takes any free one. */
  listen(at?: { readonly port?: number; readonly host?: string }): Promise<string>;
  /** Publishes every site now. Failures are not thrown; /health/ready shows them. */
  publish(): Promise<'published' | 'failed'>;
  /** Stops accepting, answers what was accepted, then closes the store. */
  close(): Promise<void>;
}

const CLOSE_GRACE_MS = 5_000;
const PREFLIGHT_SECONDS = 86_400;

/** A collector over a store. It does nothing until it is asked: no timer, no port, no log. */
export function createCollector(options: CollectorOptions): Collector {
  const { store, clock = Date.now, publishSeconds = 60, minContributions = 20, openEpochs = false } = options;
  const { publishMib = 1_024, adminTokenHash, storeAddress } = options;
  const sites: Sites = new Map(Object.entries(options.sites).map(([site, origins]) => [site, new Set(origins)]));
  const script = options.script === undefined ? undefined : loadScript(options.script);
  const arrivals = new Arrivals(sites.keys());
  let lastStoreFailure: StoreFailure | undefined;

  const { logger, proxies = 0, limits = {} } = options;
  const app = createApp({ logger, proxies });
  const publisher = new Publisher({
    store,
    storeAddress,
    memoryMib: publishMib,
    sites: sites.keys(),
    clock,
    minContributions,
    openEpochs,
    onFailure: (site, err) => app.log.error({ err, site }, 'publication failed; the last model stays'),
  });
  const { publications } = publisher;
  const metrics = new Metrics({ clock, publications });
  const onStoreFailure = (err: unknown): void => {
    lastStoreFailure = { at: clock(), reason: nameOf(err) };
    app.log.error({ err }, 'the store failed');
  };

  let retiring: NodeJS.Timeout | undefined;
  let lastRetired: Promise<unknown> | undefined;
  const startRetiring = (): void => {
    const { retention } = options;
    if (!retention) return;
    const run = (): void => {
      lastRetired = retire({ store, sites: sites.keys(), clock, ...retention }).catch((err: unknown) =>
        app.log.error({ err }, 'old epochs could not be archived; they are kept'),
      );
    };
    run();
    retiring = setInterval(run, DAY_MS).unref();
  };

  const builds = new Builds(store, script);
  app.addHook('onReady', () =>
    builds.keep().catch((err: unknown) => app.log.error({ err }, 'the script could not be kept for later')),
  );

  app.register(swagger, { openapi });
  app.register(async (routes) => {
    routes.register(cors, {
      origin: [...new Set([...sites.values()].flatMap((origins) => [...origins]))],
      methods: ['GET', 'POST'],
      exposedHeaders: ['Retry-After'],
      maxAge: PREFLIGHT_SECONDS,
    });
    watchArrivals(routes, arrivals, clock);
    contributionRoutes(routes, {
      store,
      sites,
      clock,
      metrics,
      onStoreFailure,
      epochsBehind: epochsBehind(options.retention?.weeks),
      limits: { perAddress: 0, perSite: 0, ...limits },
    });
  });
  app.register(async (routes) => {
    modelRoutes(routes, publications);
    healthRoutes(routes, { store, clock, publications, lastStoreFailure: () => lastStoreFailure });
    scriptRoutes(routes, { script, builds, onStoreFailure });
    metricsRoutes(routes, metrics, adminTokenHash);
    overviewRoutes(routes, {
      store,
      storeAddress,
      sites,
      clock,
      adminTokenHash,
      arrivals,
      publications,
      minContributions,
      openEpochs,
      publishSeconds,
      lastStoreFailure: () => lastStoreFailure,
    });
    pageRoutes(routes);
    adminRoutes(routes, { store, sites, adminTokenHash });
    routes.get('/openapi.json', { schema: { hide: true } }, () => routes.swagger());
  });

  return {
    app,
    handler: (request, response) => void app.ready().then(() => app.routing(request, response)),
    inject: app.inject.bind(app),
    script: script && { path: pathOf(script), integrity: script.integrity },
    async listen({ port = 8787, host = '127.0.0.1' } = {}) {
      await publisher.publish(); // so that no cache keeps an empty model from before
      const url = await app.listen({ port, host });
      publisher.start(publishSeconds);
      startRetiring();
      return url;
    },
    publish: () => publisher.publish(),
    async close() {
      // Node stops its own timeouts when it closes: a sender that never ends must not keep the store open.
      const cut = setTimeout(() => app.server.closeAllConnections(), CLOSE_GRACE_MS).unref();
      try {
        clearInterval(retiring);
        await Promise.all([app.close(), publisher.stop(), lastRetired]);
      } finally {
        clearTimeout(cut);
        metrics.close();
        await store.close();
      }
    },
  };
}
