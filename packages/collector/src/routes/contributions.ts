import { Contribution } from '@penchant/core/schema';
import type { FastifyInstance } from 'fastify';
import { problem, ProblemSchema, refuse } from '../problem.js';
import type { Sites } from '../sites.js';
import { StoreBusy, type Store } from '../store/store.js';
import { refuseContribution } from './admission.js';

export interface ContributionRoutes {
  readonly store: Store;
  readonly sites: Sites;
  readonly clock: () => number;
  /** Told of every failure of the store. */
  readonly onStoreFailure: (error: unknown) => void;
}

/** When a refused sender may try again, in seconds. A full queue empties at once; a failed disk needs longer. */
const RETRY_AFTER_S = { busy: 1, unavailable: 5 } as const;

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
    ...Object.fromEntries([400, 403, 413, 415, 503].map((status) => [status, ProblemSchema])),
  },
};

export function contributionRoutes(app: FastifyInstance, options: ContributionRoutes): void {
  const { store, sites, clock, onStoreFailure } = options;

  // No Cache-Control on the answer: `no-store` keeps Chromium from giving back the page's quota for unload requests.
  app.post<{ Body: Contribution }>('/v1/contributions', { schema }, async (request, reply) => {
    const refusal = refuseContribution(request.body, request.headers.origin, sites, clock());
    if (refusal) return refuse(reply, refusal);
    try {
      const status = await store.add(request.body);
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
  });
}
