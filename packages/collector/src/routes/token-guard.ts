import type { onRequestAsyncHookHandler } from 'fastify';
import { isToken } from '../admin-token.js';
import { problem, refuse } from '../problem.js';

/**
 * Lets in who has the token. Without a hash of one, nobody is let in. Programs send it as Bearer; browsers ask a person
 * for it when the challenge is Basic, and then it is the password.
 */
export const tokenGuard =
  (adminTokenHash: string | undefined, challenge = 'Bearer'): onRequestAsyncHookHandler =>
  async (request, reply) => {
    const token = tokenIn(request.headers.authorization ?? '');
    if (adminTokenHash !== undefined && isToken(token, adminTokenHash)) return;
    reply.header('www-authenticate', challenge);
    return refuse(reply, problem('unauthorized', '', 'needs the header Authorization: Bearer <admin token>'));
  };

function tokenIn(authorization: string): string {
  const [, scheme = '', value = ''] = /^(Bearer|Basic) (.+)$/i.exec(authorization) ?? [];
  if (scheme.toLowerCase() === 'bearer') return value;
  const pair = Buffer.from(value, 'base64').toString();
  return pair.slice(pair.indexOf(':') + 1);
}
