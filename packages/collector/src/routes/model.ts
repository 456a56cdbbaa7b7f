import { ModelDocument } from '@penchant/core/schema';
import type { FastifyInstance } from 'fastify';
import { problem, ProblemSchema, refuse } from '../problem.js';
import type { Publication } from '../publish/publish.js';
import { sendEncoded } from './encoded.js';

const schema = {
  summary: 'What the sums teach',
  description: 'The model published last. The same bytes, under the same ETag, until the sums teach something else.',
  querystring: {
    type: 'object',
    required: ['site'],
    properties: { site: { type: 'string', description: 'The name of a site of this collector.' } },
  },
  response: {
    200: ModelDocument,
    304: { description: 'The model is the one that If-None-Match names.', type: 'null' },
    400: ProblemSchema,
    404: ProblemSchema,
    503: ProblemSchema,
  },
};

/** When to ask again for a model that could not be made, in seconds. */
const RETRY_AFTER_S = 60;

export function modelRoutes(app: FastifyInstance, publications: ReadonlyMap<string, Publication>): void {
  app.get<{ Querystring: { site: string } }>('/v1/model', { schema }, (request, reply) => {
    // The model is public and the same for everyone: `*` lets one cached copy serve every origin.
    reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'ETag');
    const { site } = request.query;
    const publication = publications.get(site);
    if (!publication)
      return refuse(reply, problem('not-found', '/site', `${JSON.stringify(site)} is not a site of this collector`));
    const { publishedAt, lastFailure, model } = publication;
    // An empty model would take the place of the good one that a device has from before.
    if (lastFailure && publishedAt === undefined)
      return refuse(
        reply.header('retry-after', RETRY_AFTER_S),
        problem('unavailable', '', 'no model could be made yet'),
      );
    reply
      .header('cache-control', 'public, max-age=60, stale-while-revalidate=600')
      .type('application/json; charset=utf-8');
    return sendEncoded(request, reply, model);
  });
}
