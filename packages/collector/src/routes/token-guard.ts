import type { onRequestAsyncHookHandler } from 'fastify';
import { isToken } from '../admin-token.js';
import { problem, refuse } from '../problem.js';

/** Lets in who has the token. Without a hash of one, nobody is let in. */
export const tokenGuard =
  (adminTokenHash: string | undefined): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const [, token = ''] = /^Bearer (.+)$/i.exec(request.headers.authorization ?? '') ?? [];
    if (adminTokenHash !== undefined && isToken(token, adminTokenHash)) return;
    reply.header('www-authenticate', 'Bearer');
    return refuse(reply, problem('unauthorized', '', 'needs the header Authorization: Bearer <admin token>'));
  };
