import type { FastifyInstance } from 'fastify';
import { nameOf, type Publication } from '../publish/publish.js';
import type { Store } from '../store/store.js';

/** The last time that the store failed to add. */
export interface StoreFailure {
  readonly at: number;
  readonly reason: string;
}

export interface HealthRoutes {
  readonly store: Store;
  readonly clock: () => number;
  readonly publications: ReadonlyMap<string, Publication>;
  readonly lastStoreFailure: () => StoreFailure | undefined;
}

/** How long one failed write makes the collector not ready. Then it is tried again: only writes show that a disk recovered. */
const DOUBT_MS = 10_000;

export function healthRoutes(app: FastifyInstance, options: HealthRoutes): void {
  const { store, clock, publications, lastStoreFailure } = options;
  app.get('/health/live', { schema: { summary: 'Whether the process answers' } }, () => ({ status: 'live' }));

  app.get('/health/ready', { schema: { summary: 'Whether contributions can be added' } }, async (_, reply) => {
    const now = clock();
    const failure = lastStoreFailure();
    const unreadable = await store.epochs('').then(() => null, nameOf);
    const isInDoubt = failure !== undefined && Math.abs(now - failure.at) < DOUBT_MS; // a clock that was set back ends it too
    const ready = unreadable === null && !isInDoubt;
    const sites = [...publications].map(([site, { publishedAt, lastFailure }]) => ({
      site,
      publishedSecondsAgo: publishedAt === undefined ? null : secondsSince(publishedAt, now),
      lastFailure: lastFailure ? { secondsAgo: secondsSince(lastFailure.at, now), reason: lastFailure.reason } : null,
    }));
    const lastFailure = failure ? { secondsAgo: secondsSince(failure.at, now), reason: failure.reason } : null;
    return reply
      .code(ready ? 200 : 503)
      .send({ status: ready ? 'ready' : 'not ready', store: { unreadable, lastFailure }, sites });
  });
}

const secondsSince = (atMs: number, nowMs: number): number => Math.max(0, Math.round((nowMs - atMs) / 1_000));
