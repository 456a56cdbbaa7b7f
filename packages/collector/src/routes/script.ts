import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { problem, refuse } from '../problem.js';
import { pathOf, type Script } from '../script.js';
import { sendEncoded, type Encoded } from './encoded.js';

interface Asked {
  readonly Params: { readonly build?: string; readonly name?: string };
}

const NEWEST = 'public, max-age=300, stale-while-revalidate=86400';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves the browser's script, so that it comes from the same origin as the rest, and whatever it loads later from beside
 * it. Under the name of its build, neither ever changes.
 */
export function scriptRoutes(app: FastifyInstance, script: Script | undefined): void {
  const send = (
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    encoded: Encoded | undefined,
    missing: string,
  ): FastifyReply => {
    const { build } = request.params;
    // Any page may embed it, also with `crossorigin` and `integrity`, also where embedding needs a permission.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    if (!script)
      return refuse(
        reply,
        problem('not-found', '', 'this collector has no script to serve: install @penchant/browser beside it'),
      );
    if (build !== undefined && build !== script.build)
      return refuse(reply, problem('not-found', '', `this collector serves another build: ${pathOf(script)}`));
    if (!encoded) return refuse(reply, problem('not-found', '', missing));
    reply.header('cache-control', build === undefined ? NEWEST : IMMUTABLE);
    return sendEncoded(request, reply.type('text/javascript; charset=utf-8'), encoded);
  };

  for (const [folder, which] of [
    ['', 'the newest'],
    ['/v1', 'the newest'],
    ['/v1/:build', 'of one build, which never changes'],
  ] as const) {
    app.get<Asked>(
      `${folder}/penchant.js`,
      { schema: { summary: `The script for a page, ${which}` } },
      (request, reply) => send(request, reply, script?.main, ''),
    );
    app.get<Asked>(
      `${folder}/parts/:name`,
      { schema: { summary: `A part of the script, loaded when it is needed, ${which}` } },
      (request, reply) =>
        send(request, reply, script?.parts.get(request.params.name ?? ''), 'there is no such part of the script'),
    );
  }
}
