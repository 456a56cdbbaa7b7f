import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Builds } from '../builds.js';
import { problem, refuse } from '../problem.js';
import { pathOf, type Script } from '../script.js';
import { sendEncoded, type Encoded } from './encoded.js';

interface Asked {
  readonly Params: { readonly build?: string; readonly name?: string };
}

export interface ScriptRoutes {
  /** The newest. */
  readonly script: Script | undefined;
  readonly builds: Builds;
  /** Told when an earlier build could not be read. */
  readonly onStoreFailure: (error: unknown) => void;
}

const NEWEST = 'public, max-age=300, stale-while-revalidate=86400';
const IMMUTABLE = 'public, max-age=31536000, immutable';

/**
 * Serves the browser's script, so that it comes from the same origin as the rest, and whatever it loads later from beside
 * it. Under the name of its build, neither ever changes.
 */
export function scriptRoutes(app: FastifyInstance, { script, builds, onStoreFailure }: ScriptRoutes): void {
  const send = async (
    request: FastifyRequest<Asked>,
    reply: FastifyReply,
    pick: (from: Script) => Encoded | undefined,
  ): Promise<FastifyReply> => {
    const { build } = request.params;
    // Any page may embed it, also with `crossorigin` and `integrity`, also where embedding needs a permission.
    reply.header('access-control-allow-origin', '*').header('cross-origin-resource-policy', 'cross-origin');
    let found = script;
    try {
      if (build !== undefined) found = await builds.find(build);
    } catch (error) {
      onStoreFailure(error);
      return refuse(reply, problem('unavailable', '', 'the store failed; ask again later'));
    }
    if (!found) return refuse(reply, problem('not-found', '', missing(script)));
    const encoded = pick(found);
    if (!encoded) return refuse(reply, problem('not-found', '', 'there is no such part of the script'));
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
      (request, reply) => send(request, reply, ({ main }) => main),
    );
    app.get<Asked>(
      `${folder}/parts/:name`,
      { schema: { summary: `A part of the script, loaded when it is needed, ${which}` } },
      (request, reply) => send(request, reply, ({ parts }) => parts.get(request.params.name ?? '')),
    );
  }
}

const missing = (script: Script | undefined): string =>
  script
    ? `this collector never served such a build; it serves ${pathOf(script)}`
    : 'this collector has no script to serve: install @penchant/browser beside it';
