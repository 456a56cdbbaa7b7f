import { ModelDocument, ModelShard } from '@penchant/core/schema';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { problem, ProblemSchema, refuse } from '../problem.js';
import { SHARDS_STAND_S, type Publication } from '../publish/publish.js';
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

const shardSchema = {
  summary: 'A part of a large model',
  description: 'One of the `shards` that /v1/model names. Its bytes never change: they are what its name is made of.',
  response: { 200: ModelShard, 304: { description: 'It is known already.', type: 'null' }, 404: ProblemSchema },
};

/** When to ask again for a model that could not be made, in seconds. */
const RETRY_AFTER_S = 60;

const JSON_TYPE = 'application/json; charset=utf-8';

export function modelRoutes(app: FastifyInstance, publications: ReadonlyMap<string, Publication>): void {
  app.get<{ Querystring: { site: string } }>('/v1/model', { schema }, (request, reply) => {
    const { site } = request.query;
    const publication = publications.get(site);
    if (!publication)
      return refuse(
        forAnyOrigin(reply),
        problem('not-found', '/site', `${JSON.stringify(site)} is not a site of this collector`),
      );
    const { publishedAt, lastFailure, model } = publication;
    // An empty model would take the place of the good one that a device has from before.
    if (lastFailure && publishedAt === undefined)
      return refuse(
        forAnyOrigin(reply).header('retry-after', RETRY_AFTER_S),
        problem('unavailable', '', 'no model could be made yet'),
      );
    const cached =
      model.shards.size > 0 ? `public, max-age=${SHARDS_STAND_S}` : 'public, max-age=60, stale-while-revalidate=600';
    return sendEncoded(request, forAnyOrigin(reply).header('cache-control', cached).type(JSON_TYPE), model.index);
  });

  app.get<{ Params: { name: string } }>('/v1/model/:name', { schema: shardSchema }, (request, reply) => {
    const { name } = request.params;
    for (const { model, formerShards } of publications.values()) {
      const shard = model.shards.get(name) ?? formerShards?.get(name);
      if (!shard) continue;
      const immutable = 'public, max-age=31536000, immutable';
      return sendEncoded(request, forAnyOrigin(reply).header('cache-control', immutable).type(JSON_TYPE), shard);
    }
    return refuse(forAnyOrigin(reply), problem('not-found', '', 'there is no such part of a model any more'));
  });
}

/** A model is public and the same for everyone: `*` lets one cached copy serve every origin. */
const forAnyOrigin = (reply: FastifyReply): FastifyReply =>
  reply.header('access-control-allow-origin', '*').header('access-control-expose-headers', 'ETag');
