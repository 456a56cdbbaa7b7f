import { Contribution } from '@penchant/core/schema';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics.js';
import { problem, ProblemSchema, refuse } from '../problem.js';
import { AddressHash, RateLimit } from '../rate-limit.js';
import type { Sites } from '../sites.js';
import { StoreBusy, type Store } from '../store/store.js';
import { refuseContribution } from './admission.js';

export interface ContributionRoutes {
  readonly store: Store;
  readonly sites: Sites;
  readonly clock: () => number;
  /** For how many epochs before the current one it takes contributions. */
  readonly epochsBehind: number;
  readonly metrics: Metrics;
  /** Most contributions a minute from one network, and for one site; 0 for no limit. */
  readonly limits: { readonly perAddress: number; readonly perSite: number };
  /** Told of every failure of the store. */
  readonly onStoreFailure: (error: unknown) => void;
}

/** When a refused sender may try again, in seconds. A full queue empties at once; a failed disk needs longer, and a clock somebody. */
const RETRY_AFTER_S = { busy: 1, unavailable: 5, 'clocks-disagree': 300 } as const;

/** The contribution's own schema. Written with `oneOf`, for the validator to name the one member that was meant. */
const { anyOf, ...rest } = Contribution;
const ContributionBody = { type: 'object', required: ['family'], ...rest, oneOf: anyOf };

const Accepted = {
  title: 'Accepted',
  description: 'It will survive a crash. Sent again, it is a duplicate and changes nothing.',
  type: 'object',
  required: ['status'],
  properties: { status: { type: 'string', enum: ['added', 'duplicate'] } },
} as const;

const schema = {
  summary: 'Adds clipped, anonymous counts, once',
  description: 'One contribution. Send it as text/plain from a page: that needs no preflight and outlives the page.',
  consumes: ['text/plain', 'application/json'],
  body: ContributionBody,
  response: {
    202: Accepted,
    ...Object.fromEntries([400, 403, 413, 415, 429, 503].map((status) => [status, ProblemSchema])),
  },
};

export function contributionRoutes(app: FastifyInstance, options: ContributionRoutes): void {
  const { store, sites, clock, epochsBehind, metrics, limits, onStoreFailure } = options;
  const [perAddress, perSite] = [new RateLimit(limits.perAddress), new RateLimit(limits.perSite)];
  const hash = new AddressHash();

  let newest: number | undefined;
  const noteEpoch = (epoch: number): void => {
    newest = Math.max(newest ?? epoch, epoch);
  };
  app.addHook('onReady', async () => {
    for (const site of sites.keys()) for (const { epoch } of await store.epochs(site).catch(() => [])) noteEpoch(epoch); // a store that fails says so later
  });

  const tooMany = (reply: FastifyReply, seconds: number, of: string): FastifyReply =>
    refuse(reply.header('retry-after', seconds), problem('too-many', '', `${of} sent too many; send it again later`));

  // Every refusal is counted where it is answered, also those of the parser and the validator.
  app.addHook('onSend', (request, reply, payload, done) => {
    if (reply.statusCode >= 400) metrics.answered(siteOf(request, sites), errorOf(payload));
    done();
  });

  // No Cache-Control on the answer: `no-store` keeps Chromium from giving back the page's quota for unload requests.
  app.post<{ Body: Contribution }>(
    '/v1/contributions',
    {
      schema,
      onRequest: (request, reply, done) => {
        if (limits.perAddress === 0) return done();
        const now = clock();
        const seconds = perAddress.over(hash.of(request.ip, now), now);
        if (seconds === undefined) done();
        else tooMany(reply, seconds, 'your network');
      },
    },
    async (request, reply) => {
      const now = clock();
      const at = { ms: now, newest, behind: epochsBehind };
      const refusal = refuseContribution(request.body, request.headers.origin, sites, at);
      if (refusal?.error === 'clocks-disagree') reply.header('retry-after', RETRY_AFTER_S[refusal.error]);
      if (refusal) return refuse(reply, refusal);
      const { site, epoch } = request.body;
      const seconds = perSite.over(site, now);
      if (seconds !== undefined) return tooMany(reply, seconds, 'the site');
      try {
        const status = await metrics.waitingFor(store.add(request.body));
        metrics.answered(site, status);
        noteEpoch(epoch);
        if (status === 'added') metrics.told(request.body);
        return await reply.code(202).send({ status });
      } catch (error) {
        if (error instanceof StoreBusy) {
          reply.header('retry-after', RETRY_AFTER_S.busy);
          return refuse(reply, problem('busy', '', 'too many contributions are waiting; send it again'));
        }
        onStoreFailure(error);
        reply.header('retry-after', RETRY_AFTER_S.unavailable);
        return refuse(reply, problem('unavailable', '', 'the store failed; send it again later'));
      }
    },
  );
}

/** A site of ours that the body names, if it got that far. */
function siteOf({ body }: FastifyRequest, sites: Sites): string {
  const { site } = Object(body) as { site?: unknown };
  return typeof site === 'string' && sites.has(site) ? site : '';
}

/** Which of the problems was answered. Anything else is the parser's own. */
const errorOf = (payload: unknown): string => /^\{"error":"([a-z-]+)"/.exec(String(payload))?.[1] ?? 'other';
