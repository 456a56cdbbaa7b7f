import type { onRequestAsyncHookHandler } from 'fastify';
import { isToken } from '../admin-token.js';
import { problem, refuse } from '../problem.js';

/** Lets through who sends the admin token as `Authorization: Bearer`. Without a token's hash, nobody. */
export const tokenGuard =
  (adminTokenHash: string | undefined): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (adminTokenHash !== undefined && isToken(token, adminTokenHash)) return;
    reply.header('www-authenticate', 'Bearer');
    return refuse(reply, problem('unauthorized', '', 'needs the header Authorization: Bearer <admin token>'));
  };
