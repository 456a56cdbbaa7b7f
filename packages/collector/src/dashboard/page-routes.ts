import type { FastifyInstance } from 'fastify';
import { problem, refuse } from '../problem.js';
import { sendEncoded } from '../routes/encoded.js';
import { PAGE_PATHS, pageFiles } from './page-files.js';

/**
 * The page runs its own script and nothing else, asks its own origin and nobody else, cannot be framed, and sends no
 * form: without its script, a token that was typed goes nowhere. Only lit may make markup, of templates in the script.
 */
const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  'trusted-types lit-html',
].join('; ');

const HEADERS = {
  'content-security-policy': CONTENT_SECURITY_POLICY,
  'x-frame-options': 'DENY',
  'referrer-policy': 'no-referrer',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cache-control': 'no-cache', // asked again each time, by ETag: an upgraded collector shows its own page at once
} as const;

/** Serves the dashboard's page. It holds no number: those come from /admin/overview, with the token. */
export function pageRoutes(app: FastifyInstance): void {
  for (const path of PAGE_PATHS)
    app.get(path, { schema: { hide: true } }, (request, reply) => {
      reply.headers(HEADERS);
      const file = pageFiles().get(path);
      if (!file) return refuse(reply, problem('not-found', '', 'the dashboard was not built: run its build script'));
      return sendEncoded(request, reply.type(file.type), file.encoded);
    });
}
