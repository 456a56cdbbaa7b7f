import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { html } from '../dashboard/html.js';
import { overviewOf, type OverviewSources } from '../dashboard/overview.js';
import { page } from '../dashboard/page.js';
import { STYLE } from '../dashboard/style.js';
import { problem, refuse } from '../problem.js';
import { tokenGuard } from './token-guard.js';

/** Nothing is loaded from anywhere, no script runs, and the one style sheet is the one we wrote. */
const POLICY = `default-src 'none'; style-src 'sha256-${createHash('sha256').update(STYLE).digest('base64')}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const schema = {
  summary: 'What a person looks at',
  description: 'A browser asks for a name and a password: any name, and the admin token.',
  security: [{ token: [] }],
  querystring: { type: 'object', properties: { site: { type: 'string' } } },
  response: { 200: { description: 'HTML.', type: 'string' } },
};

export function dashboardRoutes(
  app: FastifyInstance,
  sources: OverviewSources,
  adminTokenHash: string | undefined,
): void {
  app.get<{ Querystring: { site?: string } }>(
    '/',
    { schema, onRequest: tokenGuard(adminTokenHash, 'Basic realm="Penchant collector", charset="UTF-8"') },
    async (request, reply) => {
      const [first = ''] = sources.publications.keys();
      const { site = first } = request.query;
      if (!sources.publications.has(site))
        return refuse(reply, problem('not-found', '/site', `${JSON.stringify(site)} is not a site of this collector`));
      const { text } = html`${page(await overviewOf(site, sources))}`;
      return reply
        .type('text/html; charset=utf-8')
        .headers({ 'content-security-policy': POLICY, 'cache-control': 'no-store' })
        .send(text);
    },
  );
}
