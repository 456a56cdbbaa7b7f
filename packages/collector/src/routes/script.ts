import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, refuse } from '../problem.js';
import type { Script } from '../script.js';
import { sendEncoded, type Encoded } from './encoded.js';

/** Serves the browser's script, so that it comes from the same origin as the rest, and whatever it loads later. */
export function scriptRoutes(app: FastifyInstance, script: Script | undefined): void {
  const send = (request: FastifyRequest, reply: FastifyReply, encoded: Encoded | undefined): FastifyReply => {
    // Any page may embed it, also with `crossorigin` and `integrity`, also where embedding needs a permission.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    if (!encoded) return refuse(reply, problem('not-found', '', missing));
    reply.header('cache-control', 'public, max-age=300, stale-while-revalidate=86400');
    return sendEncoded(request, reply.type('text/javascript; charset=utf-8'), encoded);
  };
  const missing = script
    ? 'there is no such part of the script'
    : 'this collector has no script to serve: install @penchant/browser beside it';

  for (const folder of ['', '/v1']) {
    app.get(`${folder}/penchant.js`, { schema: { summary: 'The script for a page' } }, (request, reply) =>
      send(request, reply, script?.main),
    );
    app.get<{ Params: { name: string } }>(
      `${folder}/parts/:name`,
      { schema: { summary: 'A part of the script, loaded when it is needed' } },
      (request, reply) => send(request, reply, script?.parts.get(request.params.name)),
    );
  }
}
